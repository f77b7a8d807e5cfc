import { Failure } from '../model/failure.ts';
import { ENHANCED, type Reply } from '../model/reply.ts';

/** RFC 5321 section 4.5.3.1.5 says 512; real EHLO and challenge lines are longer, 8 KiB is ample. */
export const MAX_LINE_BYTES = 8 * 1024;
/** As curl's limit for one reply (lib/curlx/dynbuf.h, DYN_PINGPPONG_CMD: 64 KiB). */
export const MAX_REPLY_BYTES = 64 * 1024;
/** The longest EHLO replies seen have some 30 lines. */
export const MAX_REPLY_LINES = 500;

const LF = 0x0a;
const CR = 0x0d;
const REPLY_LINE = /^([2-5]\d\d)(?:([ -])(.*))?$/s;
/** What the first bytes of a reply line may be; lets a stranger be known before its line ends. */
const REPLY_START = /^(?:[2-5](?:\d(?:\d(?:[ -].*|\r)?)?)?)?$/s;

/**
 * Turns bytes into replies. Pure and bounded: it throws a Failure (`not-smtp`, `tls-expected`,
 * `malformed-reply`, `reply-too-long`) as soon as the bytes cannot become a legal reply.
 */
export class ReplyReader {
  #buffer: Buffer = Buffer.alloc(0);
  #lines: string[] = [];
  #code = '';
  #bytes = 0;
  #awaitsGreeting: boolean;

  /** @param awaitsGreeting whether the first reply is the greeting, where a stranger shows himself */
  constructor(awaitsGreeting = false) {
    this.#awaitsGreeting = awaitsGreeting;
  }

  /** Whether the greeting is still to come. */
  get awaitsGreeting(): boolean {
    return this.#awaitsGreeting;
  }

  /** Bytes received that no reply has used up yet. */
  get pending(): number {
    return this.#buffer.length + this.#bytes;
  }

  /** True when the bytes left over are the start of a 421, the one reply a server may volunteer. */
  get pendingShutdown(): boolean {
    return this.#bytes === 0 && this.#buffer.subarray(0, 3).toString('latin1') === '421';
  }

  push(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
  }

  /** The next complete reply, or undefined when more bytes are needed. */
  next(): Reply | undefined {
    for (;;) {
      const end = this.#buffer.indexOf(LF);
      if (end === -1) {
        this.#checkPartial();
        return undefined;
      }
      if (end >= MAX_LINE_BYTES) throw new Failure('reply-too-long');
      const line = this.#takeLine(end);
      const reply = this.#addLine(line);
      if (reply) return reply;
    }
  }

  #takeLine(end: number): string {
    // RFC 5321 wants CRLF; a bare LF is no danger to a client that reads in lock-step.
    const stop = this.#buffer[end - 1] === CR ? end - 1 : end;
    const line = this.#buffer.toString('utf8', 0, stop);
    this.#buffer = this.#buffer.subarray(end + 1);
    this.#bytes += end + 1;
    if (this.#bytes > MAX_REPLY_BYTES) throw new Failure('reply-too-long');
    return line;
  }

  #addLine(line: string): Reply | undefined {
    const match = REPLY_LINE.exec(line);
    if (!match) throw this.#malformed(line);
    const [, code = '', separator, text = ''] = match;
    if (this.#lines.length > 0 && code !== this.#code) throw this.#malformed(line);
    this.#code = code;
    this.#lines.push(text);
    if (this.#lines.length > MAX_REPLY_LINES) throw new Failure('reply-too-long');
    if (separator === '-') return undefined;
    return this.#complete();
  }

  #complete(): Reply {
    const lines = this.#lines;
    const enhanced = ENHANCED.exec(lines[0] ?? '')?.[1];
    this.#lines = [];
    this.#bytes = 0;
    this.#awaitsGreeting = false;
    return { code: Number(this.#code), ...(enhanced && { enhanced }), lines };
  }

  #checkPartial(): void {
    if (this.#buffer.length >= MAX_LINE_BYTES) throw new Failure('reply-too-long');
    if (this.#bytes + this.#buffer.length > MAX_REPLY_BYTES) throw new Failure('reply-too-long');
    const start = this.#buffer.toString('latin1', 0, 4);
    if (!REPLY_START.test(start)) throw this.#malformed(this.#buffer.toString('utf8'));
  }

  #malformed(line: string): Failure {
    // A TLS record starts with its type (20 to 23) and major version 3 (RFC 8446 section 5.1).
    const [type, version] = [line.charCodeAt(0), line.charCodeAt(1)];
    if (type >= 20 && type <= 23 && version === 3) return new Failure('tls-expected');
    const isStranger = this.#awaitsGreeting && this.#lines.length === 0;
    return new Failure(isStranger ? 'not-smtp' : 'malformed-reply', { detail: line });
  }
}
