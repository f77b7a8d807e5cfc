import { Failure } from '../model/failure.ts';
import { ENHANCED, type Reply } from '../model/reply.ts';
import { decodeLines, decodeText } from '../safety/charset.ts';

/** RFC 5321 section 4.5.3.1.5 says 512; real EHLO and challenge lines are longer, 8 KiB is ample. */
export const MAX_LINE_BYTES = 8 * 1024;
/** As curl's limit for one reply (lib/curlx/dynbuf.h, DYN_PINGPPONG_CMD: 64 KiB). */
export const MAX_REPLY_BYTES = 64 * 1024;
/** The longest EHLO replies seen have some 30 lines. */
export const MAX_REPLY_LINES = 500;

const LF = 0x0a;
const CR = 0x0d;
/** The beginning of a line; the text behind it may be in any charset. */
const REPLY_LINE = /^([2-5]\d\d)(?:([ -]|$))/;
const TEXT_AT = 4;
/** What the first bytes of a reply line may be, so that a peer that is not SMTP is known before its line ends. */
const REPLY_START = /^(?:[2-5](?:\d(?:\d(?:[ -].*|\r)?)?)?)?$/s;

/**
 * Turns bytes into replies. Pure and bounded: it throws a Failure (`not-smtp`, `tls-expected`,
 * `malformed-reply`, `reply-too-long`) as soon as the bytes cannot become a legal reply.
 */
export class ReplyReader {
  #buffer: Buffer = Buffer.alloc(0);
  #lines: Buffer[] = [];
  #code = '';
  /** The first line with this code. */
  #decisive = 0;
  #bytes = 0;
  #awaitsGreeting: boolean;

  /** @param awaitsGreeting whether the first reply is the greeting, in which another protocol is recognised */
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
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
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

  #takeLine(end: number): Buffer {
    // RFC 5321 wants CRLF; a bare LF is not a danger to a client that reads in lock-step.
    const stop = this.#buffer[end - 1] === CR ? end - 1 : end;
    const line = this.#buffer.subarray(0, stop);
    this.#buffer = this.#buffer.subarray(end + 1);
    this.#bytes += end + 1;
    if (this.#bytes > MAX_REPLY_BYTES) throw new Failure('reply-too-long');
    return line;
  }

  #addLine(line: Buffer): Reply | undefined {
    const [match, code = '', separator] =
      REPLY_LINE.exec(line.toString('latin1', 0, TEXT_AT)) ?? [];
    if (match === undefined || !this.#mayContinue(code)) throw this.#malformed(line);
    if (code !== this.#code) [this.#code, this.#decisive] = [code, this.#lines.length];
    this.#lines.push(line.subarray(TEXT_AT));
    if (this.#lines.length > MAX_REPLY_LINES) throw new Failure('reply-too-long');
    if (separator === '-') return undefined;
    return this.#complete();
  }

  /** A greeting that begins with `220-` may end as a refusal (postscreen and others): the last code counts. */
  #mayContinue(code: string): boolean {
    if (this.#lines.length === 0 || code === this.#code) return true;
    return this.#awaitsGreeting && this.#code === '220' && /^[45]/.test(code);
  }

  #complete(): Reply {
    const lines = decodeLines(this.#lines);
    const enhanced = ENHANCED.exec(lines[this.#decisive] ?? '')?.[1];
    const code = Number(this.#code);
    this.#lines = [];
    this.#code = '';
    this.#bytes = 0;
    this.#awaitsGreeting = false;
    return { code, ...(enhanced && { enhanced }), lines };
  }

  #checkPartial(): void {
    if (this.#buffer.length >= MAX_LINE_BYTES) throw new Failure('reply-too-long');
    if (this.#bytes + this.#buffer.length > MAX_REPLY_BYTES) throw new Failure('reply-too-long');
    const start = this.#buffer.toString('latin1', 0, 4);
    if (!REPLY_START.test(start)) throw this.#malformed(this.#buffer);
  }

  #malformed(line: Buffer): Failure {
    // A TLS record starts with its type (20 to 23) and major version 3 (RFC 8446 section 5.1).
    const [type = 0, version] = line;
    if (type >= 20 && type <= 23 && version === 3) return new Failure('tls-expected');
    const detail = decodeText(line);
    if (!this.#awaitsGreeting || this.#lines.length > 0) {
      return new Failure('malformed-reply', { detail });
    }
    const code = protocolOf(line.toString('latin1'));
    return new Failure('not-smtp', { detail, ...(code !== undefined && { code }) });
  }
}

/** How servers of other protocols begin to speak: RFC 9051, 1939, 9112, 4253, and MySQL's handshake packet. */
const PROTOCOLS: readonly (readonly [string, RegExp])[] = [
  ['imap', /^\* (?:OK|PREAUTH|BYE)\b/i],
  ['pop3', /^(?:\+OK|-ERR)\b/i],
  ['http', /^(?:HTTP\/\d|<!doctype|<html)/i],
  ['ssh', /^SSH-\d/],
  ['mysql', /^.\0\0\0(?:\xff|$)/s], // protocol version 10 is a line feed to this reader
];

/** @returns the protocol that a server speaks by its first line, where that is known */
function protocolOf(line: string): string | undefined {
  return PROTOCOLS.find(([, beginning]) => beginning.test(line))?.[0];
}
