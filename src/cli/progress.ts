import { now } from '../platform/clock.ts';
import type { Checked } from '../model/diagnosis.ts';
import { failsRun } from '../model/proof.ts';

/** A check takes less; who waits longer wants to know what for. */
const PATIENCE_MS = 1000;
const REDRAW_MS = 250;
/** Characters of the bar. With the numbers beside it, it fits on any terminal. */
const WIDTH = 20;

/** The last line of a terminal, which says how far the checks are; wiped before anything else is written there. */
export class ProgressLine {
  readonly #terminal: NodeJS.WriteStream;
  readonly #startedAt = now();
  readonly #total: number;
  readonly #timer: NodeJS.Timeout;
  #done = 0;
  #failed = 0;
  #isDrawn = false;

  constructor(total: number, terminal: NodeJS.WriteStream) {
    this.#total = total;
    this.#terminal = terminal;
    terminal.on('error', () => undefined); // a terminal that has gone shows nothing
    this.#timer = setInterval(() => {
      this.#draw();
    }, REDRAW_MS).unref();
  }

  /** Counts a result and makes room for its text. */
  note(result: Checked): void {
    this.#done += 1;
    if (failsRun(result)) this.#failed += 1;
    this.#wipe();
  }

  end(): void {
    clearInterval(this.#timer);
    this.#wipe();
  }

  #draw(): void {
    const waitedMs = now() - this.#startedAt;
    if (waitedMs < PATIENCE_MS) return;
    const seconds = `${Math.floor(waitedMs / 1000)} s`;
    this.#terminal.write(
      `\r\x1b[K${this.#total === 1 ? `Waiting for the server, ${seconds}` : this.#bar(seconds)}`,
    );
    this.#isDrawn = true;
  }

  #bar(seconds: string): string {
    const filled = Math.floor((this.#done / this.#total) * WIDTH);
    const bar = '#'.repeat(filled).padEnd(WIDTH, '.');
    return `[${bar}] ${this.#done}/${this.#total}, ${this.#failed} failed, ${seconds}`;
  }

  /** Back to the first column, and the line cleared (ECMA-48: EL). */
  #wipe(): void {
    if (this.#isDrawn) this.#terminal.write('\r\x1b[K');
    this.#isDrawn = false;
  }
}
