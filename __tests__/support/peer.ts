import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createSecureContext, type SecureContextOptions, TLSSocket } from 'node:tls';

/**
 * A peer that knows no SMTP: a script plays bytes to each connection and everything the client sent is
 * kept, apart by channel.
 */
export interface Peer {
  readonly port: number;
  readonly connections: readonly PeerConnection[];
  /** Everything received on all connections. */
  readonly received: { readonly plain: string; readonly tls: string };
  close(): Promise<void>;
}

export type Script = (connection: PeerConnection, index: number) => Promise<unknown> | undefined;

export class PeerConnection {
  plain = '';
  tls = '';
  #unread = '';
  #wake: (() => void) | undefined;
  #ended = false;
  socket: Socket;
  readonly #raw: Socket;

  constructor(socket: Socket) {
    this.socket = socket;
    this.#raw = socket;
    this.#listen(socket, (text) => (this.plain += text));
  }

  #listen(socket: Socket, keep: (text: string) => void): void {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      const text = chunk.toString('latin1');
      keep(text);
      this.#unread += text;
      this.#wake?.();
    });
    socket.on('close', () => {
      this.#ended = true;
      this.#wake?.();
    });
  }

  /** Plays bytes as they are; strings are Latin-1, so `\xff` is one byte. */
  send(bytes: string | Buffer): void {
    if (this.socket.writable) {
      this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
    }
  }

  /** Waits for the client's bytes up to a line feed; rejects when the client has gone. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#unread.indexOf('\n');
      if (end !== -1) {
        const line = this.#unread.slice(0, end + 1);
        this.#unread = this.#unread.slice(end + 1);
        return line;
      }
      if (this.#ended) throw new ClientGone();
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** Waits for so many bytes of the client, as Latin-1; rejects when the client has gone. */
  async bytes(count: number): Promise<string> {
    while (this.#unread.length < count) {
      if (this.#ended) throw new ClientGone();
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    const found = this.#unread.slice(0, count);
    this.#unread = this.#unread.slice(count);
    return found;
  }

  /** Plays bytes one at a time. */
  async drip(bytes: string, everyMs: number): Promise<void> {
    for (const byte of bytes) {
      if (this.#ended) throw new ClientGone();
      this.send(byte);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  }

  /**
   * Becomes the server's end of a TLS handshake. It must be called before the ClientHello arrives, so
   * what it needs has to be ready.
   */
  async startTls(options: SecureContextOptions & { requestCert?: boolean }): Promise<void> {
    const plain = this.socket;
    plain.removeAllListeners('data');
    const secured = new TLSSocket(plain, {
      isServer: true,
      secureContext: createSecureContext(options),
      ...(options.requestCert && { requestCert: true, rejectUnauthorized: true }),
    });
    this.socket = secured;
    this.#listen(secured, (text) => (this.tls += text));
    // A client that refuses our certificate or version is an ordinary end as well.
    await Promise.race([
      once(secured, 'secure').catch((error: unknown) =>
        Promise.reject(new ClientGone(String(error))),
      ),
      once(plain, 'close').then(() => Promise.reject(new ClientGone())),
    ]);
  }

  end(): void {
    this.socket.end();
  }

  /** Sends an RST, inside TLS too. */
  reset(): void {
    this.#raw.resetAndDestroy();
  }
}

/** The client closed: the ordinary end of a script, not an error. */
export class ClientGone extends Error {}

export async function startPeer(script: Script, host = '127.0.0.1'): Promise<Peer> {
  const connections: PeerConnection[] = [];
  const scriptErrors: unknown[] = [];
  const server = createServer((socket) => {
    const connection = new PeerConnection(socket);
    connections.push(connection);
    Promise.resolve(script(connection, connections.length - 1)).catch((error: unknown) => {
      if (!(error instanceof ClientGone)) scriptErrors.push(error);
      socket.destroy();
    });
  });
  server.listen(0, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections,
    get received() {
      return {
        plain: connections.map(({ plain }) => plain).join(''),
        tls: connections.map(({ tls }) => tls).join(''),
      };
    },
    async close() {
      for (const { socket } of connections) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      if (scriptErrors.length > 0) throw scriptErrors[0];
    },
  };
}
