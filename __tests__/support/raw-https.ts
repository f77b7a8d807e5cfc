import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type TlsOptions, type TLSSocket } from 'node:tls';
import type { Identity } from './certificates.ts';

/** A TLS server that knows no HTTP: it plays bytes to a client that has sent a request. */
export interface RawHttps {
  readonly port: number;
  /** What each connection sent, in order. */
  readonly received: readonly string[];
  /** Connections that are open now. */
  readonly open: number;
  close(): Promise<void>;
}

/** @param play called with the request's bytes so far, once its headers have arrived */
export async function startRawHttps(
  identity: Identity,
  play: (socket: TLSSocket, request: string, index: number) => unknown,
  options: TlsOptions = {},
): Promise<RawHttps> {
  const received: string[] = [];
  const sockets = new Set<TLSSocket>();
  const server = createServer({ cert: identity.cert, key: identity.key, ...options }, (socket) => {
    const index = received.push('') - 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    let isPlayed = false;
    socket.on('data', (chunk: Buffer) => {
      received[index] = `${received[index] ?? ''}${chunk.toString('latin1')}`;
      const request = received[index] ?? '';
      const [head = ''] = request.split('\r\n\r\n', 1);
      const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
      if (isPlayed || request.length < head.length + 4 + length) return;
      isPlayed = true;
      play(socket, request, index);
    });
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    received,
    get open() {
      return sockets.size;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
