/** Milliseconds between two looks at a run that seems to stand still. */
const TICK_MS = 500;
/** Looks before it does. A machine that is too busy for one look delays them all, so that load alone is not a stall. */
const TICKS = 4;

/**
 * Notices that nothing happens any more: for longer than it may take, or because nothing is left in this process that
 * could happen.
 */
export class Watchdog {
  /** Resolves when the run stands still. */
  readonly stalled: Promise<void>;
  readonly #patienceMs: number;
  readonly #notice: () => void;
  #timer: NodeJS.Timeout;

  /** @param patienceMs the longest time in which an honest run may have nothing to tell */
  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
    let notice = (): void => undefined;
    this.stalled = new Promise((resolve) => {
      notice = resolve;
    });
    this.#notice = notice;
    process.once('beforeExit', this.#notice);
    this.#timer = this.#start();
  }

  /** Something happened. */
  feed(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#start();
  }

  /** The run is over. */
  stop(): void {
    clearTimeout(this.#timer);
    process.removeListener('beforeExit', this.#notice);
  }

  #start(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#look(TICKS);
    }, this.#patienceMs).unref();
  }

  #look(ticks: number): void {
    if (ticks === 0) this.#notice();
    else {
      this.#timer = setTimeout(() => {
        this.#look(ticks - 1);
      }, TICK_MS).unref();
    }
  }
}
