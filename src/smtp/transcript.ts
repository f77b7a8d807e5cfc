import type { Reply } from './reply-reader.ts';

/** Who speaks: the client, the server, or the check itself about an event between them. */
export type Speaker = 'C' | 'S' | '--';

/** One line of what was said. The server's lines are hostile until `printable` has seen them. */
export interface TranscriptLine {
  readonly speaker: Speaker;
  readonly text: string;
  /** Milliseconds since the start of the try. */
  readonly atMs: number;
}

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

  /** @param now milliseconds since the start of the try */
  constructor(now: () => number) {
    this.#now = now;
  }

  client(shown: string): void {
    this.#add('C', shown);
  }

  server({ code, lines }: Reply): void {
    lines.forEach((line, index) => {
      const separator = index < lines.length - 1 ? '-' : ' ';
      this.#add('S', `${code}${separator}${line}`);
    });
  }

  note(text: string): void {
    this.#add('--', text);
  }

  get lines(): TranscriptLine[] {
    if (this.#dropped === 0) return [...this.#lines];
    const text = `${this.#dropped} more lines`;
    return [...this.#lines, { speaker: '--', text, atMs: this.#now() }];
  }

  #add(speaker: Speaker, text: string): void {
    if (this.#lines.length >= MAX_TRANSCRIPT_LINES) {
      this.#dropped += 1;
      return;
    }
    this.#lines.push({ speaker, text: text.slice(0, MAX_LINE_CHARACTERS), atMs: this.#now() });
  }
}
