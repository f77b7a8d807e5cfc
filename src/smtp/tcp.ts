import { once } from 'node:events';
import { connect as connectSocket, type Socket } from 'node:net';
import { Failure } from '../model/failure.ts';
import { networkFailure } from './network-failure.ts';

/** Opens a TCP connection to the account's server; `onAttempt` is called when an attempt is on its way. */
export type Connect = (onAttempt?: () => void) => Promise<Socket>;

/** How long a connection may be waited for. */
export interface Patience {
  readonly signal: AbortSignal;
  /** Milliseconds of silence after which it is given up with `timed-out`; until the signal's end when absent. */
  readonly silenceMs?: number | undefined;
}

/**
 * Waits until a socket is open. A socket that fails or is given up is destroyed.
 *
 * @throws the socket's error, `timed-out` after the silence, or the signal's reason
 */
export async function opened<S extends Socket>(
  socket: S,
  event: 'connect' | 'secureConnect',
  { signal, silenceMs }: Patience,
  isSilent: () => boolean = () => true,
): Promise<S> {
  const giveUp = (): void => {
    if (isSilent()) socket.destroy(new Failure('timed-out'));
  };
  const timer = silenceMs === undefined ? undefined : setTimeout(giveUp, silenceMs);
  try {
    await once(socket, event, { signal });
    return socket;
  } catch (error) {
    socket.on('error', () => undefined); // one that comes late is of no interest
    socket.destroy();
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Opens a TCP connection to one address.
 *
 * @param onAttempt called when the attempt is on its way
 * @throws Failure with an `unreachable` problem or `timed-out`; with the signal's reason when it is aborted
 */
export async function connect(
  address: string,
  port: number,
  patience: Patience,
  onAttempt: () => void = () => undefined,
): Promise<Socket> {
  const socket = connectSocket({ host: address, port, noDelay: true });
  socket.once('connectionAttempt', onAttempt); // of Node 20.12 and later
  try {
    return await opened(socket, 'connect', patience);
  } catch (error) {
    patience.signal.throwIfAborted();
    throw error instanceof Failure ? error : networkFailure(error as NodeJS.ErrnoException);
  }
}

/** Waits for whatever happens next on the socket of a connection, and keeps how it ended. */
export class SocketWatch {
  readonly #signal: AbortSignal;
  #failure: Failure | undefined;
  #hasEnded = false;
  #wake: (() => void) | undefined;

  /** @param signal its abort is something that happens, too */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', this.#onChange);
  }

  /** Why nothing more can come. */
  get failure(): Failure | undefined {
    // Made only when it is asked for: every connection ends, and an Error is not cheap.
    if (this.#hasEnded) this.#failure ??= new Failure('connection-lost');
    return this.#failure;
  }

  /** @param explain what an error of this socket means */
  listen(socket: Socket, explain: (error: Error) => Failure): void {
    socket.on('readable', this.#onChange);
    socket.on('end', this.#onEnd);
    socket.on('close', this.#onEnd);
    socket.on('error', (error: Error) => {
      this.fail(explain(error));
    });
  }

  /** Leaves what the socket reads to somebody else; that it breaks is still kept. */
  stopReading(socket: Socket): void {
    socket.removeListener('readable', this.#onChange);
    socket.removeListener('end', this.#onEnd);
  }

  /** Nothing more is waited for, unless there was a reason before. */
  fail(failure: Failure): void {
    this.#failure ??= failure;
    this.#wake?.();
  }

  /** @throws Failure when nothing more can happen */
  async next(): Promise<void> {
    if (this.failure) throw this.failure;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#wake = undefined;
  }

  /** Forgets the signal. */
  stop(): void {
    this.#signal.removeEventListener('abort', this.#onChange);
  }

  readonly #onChange = (): void => this.#wake?.();

  readonly #onEnd = (): void => {
    this.#hasEnded = true;
    this.#wake?.();
  };
}
