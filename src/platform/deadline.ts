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
