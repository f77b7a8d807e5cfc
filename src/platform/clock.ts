/**
 * Milliseconds on a clock that only goes forward; where it began says nothing. As `performance.now()`, for
 * which Node.js would first load seven modules.
 */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** The end of one attempt. */
export interface Deadline {
  /** Aborted at the end, or earlier; its reason says why. */
  readonly signal: AbortSignal;
  /** Milliseconds until the end. */
  readonly remainingMs: () => number;
}

/**
 * Waits for work that knows no deadline, such as deriving a key, until the deadline.
 *
 * @throws the signal's reason when it is aborted first
 */
export async function within<T>(signal: AbortSignal, work: Promise<T> | T): Promise<T> {
  signal.throwIfAborted();
  if (!(work instanceof Promise)) return work;
  let stop: () => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    stop = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** A limit in time that ends early with another signal. */
export interface Limit {
  /** Aborted with an error of the name `TimeoutError` after the time, or with the reason of the other signal. */
  readonly signal: AbortSignal;
  /** Called when what was limited is over. */
  readonly stop: () => void;
}

/**
 * Starts a limit. `AbortSignal.any` with `AbortSignal.timeout` would do the same, but Node.js 20 forgets such a signal
 * when it collects garbage, and then it never fires.
 */
export function startLimit(ms: number, other: AbortSignal): Limit {
  const end = new AbortController();
  const timer = setTimeout(() => {
    end.abort(new DOMException('the time is over', 'TimeoutError'));
  }, ms);
  const onAbort = (): void => {
    end.abort(other.reason);
  };
  other.addEventListener('abort', onAbort);
  if (other.aborted) onAbort();
  return {
    signal: end.signal,
    stop: () => {
      clearTimeout(timer);
      other.removeEventListener('abort', onAbort);
    },
  };
}

/** Runs work within a limit. */
export async function runLimited<T>(
  ms: number,
  other: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal, stop } = startLimit(ms, other);
  try {
    return await work(signal);
  } finally {
    stop();
  }
}
