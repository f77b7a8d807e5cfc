import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { SocketWatch } from '../tcp.ts';

/**
 * What the SOCKS library has in place of the connection. The library reads as much as there is and gives what is left
 * over to a listener that nobody has yet, so it gets one byte at a time here, and the rest stays in the connection.
 */
export class SocksSide extends Duplex {
  readonly #socket: Socket;
  readonly #mayBeSent: () => boolean;
  /** The proxy's reply to each message of the library; the last one may not be whole. */
  readonly replies: number[][] = [];
  /** True when the proxy answered a message before it was sent. */
  isHasty = false;

  /** @param mayBeSent asked before each message of the library is sent */
  constructor(socket: Socket, mayBeSent: () => boolean) {
    super();
    this.#socket = socket;
    this.#mayBeSent = mayBeSent;
  }

  /** The reply to the last message, as far as it has come. */
  get reply(): readonly number[] {
    return this.replies.at(-1) ?? [];
  }

  /**
   * Feeds the library until it has decided.
   *
   * @param watch knows when more has come
   * @throws Failure when the connection ends before
   */
  async feed(watch: SocketWatch, isDecided: () => boolean): Promise<void> {
    while (!isDecided()) {
      const byte = this.#socket.read(1) as Buffer | null;
      if (byte) await this.#give(byte);
      else await watch.next();
    }
  }

  async #give(byte: Buffer): Promise<void> {
    this.replies.at(-1)?.push(...byte);
    this.push(byte);
    // The library answers one of the replies a few promises later.
    await new Promise((resolve) => setImmediate(resolve));
  }

  override _read(): void {
    // `feed` pushes what there is.
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    this.isHasty ||= this.#socket.readableLength > 0;
    if (!this.#mayBeSent()) {
      done(new Error('this message must not be sent'));
      return;
    }
    this.replies.push([]);
    this.#socket.write(chunk, done);
  }
}
