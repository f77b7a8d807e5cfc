import type { Speaker, TranscriptLine } from '../model/observation.ts';
import type { Reply } from '../model/reply.ts';
import type { Redacted } from '../safety/redact.ts';

/** Enough for any honest exchange; a flood of legal replies must not fill memory or the summary. */
export const MAX_TRANSCRIPT_LINES = 200;
const MAX_LINE_CHARACTERS = 1000;

/**
 * Records what was said. A secret never enters: the client's lines are given in the form in which
 * they may be shown, and replies arrive redacted.
 */
export class Transcript {
  readonly #lines: TranscriptLine[] = [];
  readonly #now: () => number;
  #dropped = 0;

  /** @param now milliseconds since the start of the attempt */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param shown a command without secrets, or the form in which it may be shown */
  client(shown: string): void {
    this.#add('C', shown as Redacted);
  }

  server({ code, lines }: Reply<Redacted>): void {
    lines.forEach((line, index) => {
      const separator = index < lines.length - 1 ? '-' : ' ';
      this.#add('S', `${code}${separator}${line}` as Redacted);
    });
  }

  note(text: Redacted): void {
    this.#add('--', text);
  }

  get lines(): TranscriptLine[] {
    if (this.#dropped === 0) return [...this.#lines];
    const text = `${this.#dropped} more lines` as Redacted;
    return [...this.#lines, { speaker: '--', text, atMs: this.#now() }];
  }

  #add(speaker: Speaker, text: Redacted): void {
    if (this.#lines.length >= MAX_TRANSCRIPT_LINES) {
      this.#dropped += 1;
      return;
    }
    const cut = text.length > MAX_LINE_CHARACTERS ? text.slice(0, MAX_LINE_CHARACTERS) : text;
    this.#lines.push({ speaker, text: cut as Redacted, atMs: this.#now() });
  }
}
