import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createSecureContext, type SecureVersion, TLSSocket } from 'node:tls';
import type { Identity } from './certificates.ts';

export interface ResumingServer {
  readonly port: number;
  /** For each handshake that both sides have ended, whether the session was resumed. */
  readonly resumed: boolean[];
  close(): Promise<void>;
}

/** What it answers after STARTTLS, by the beginning of a line; anything else is a part of the login. */
const ANSWERS = [
  ['EHLO', '250-x\r\n250 AUTH PLAIN\r\n'],
  ['AUTH', '235 2.7.0 ok\r\n'],
  ['QUIT', '221 2.0.0 bye\r\n'],
] as const;

/** A server that takes any login and gives TLS tickets, all of its connections from one context. */
export async function resumingServer(
  { cert, key }: Identity,
  version: SecureVersion,
): Promise<ResumingServer> {
  const secureContext = createSecureContext({
    cert,
    key,
    minVersion: version,
    maxVersion: version,
  });
  const resumed: boolean[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined); // a client that has seen enough leaves
    socket.write('220 x ESMTP\r\n');
    socket.on('data', (chunk) => {
      if (chunk.toString().startsWith('EHLO')) socket.write('250-x\r\n250 STARTTLS\r\n');
      else startTls(socket);
    });
  });

  function startTls(socket: Socket): void {
    socket.removeAllListeners('data');
    socket.write('220 go\r\n');
    const secured = new TLSSocket(socket, { isServer: true, secureContext });
    secured.on('error', () => undefined);
    secured.on('secure', () => resumed.push(secured.isSessionReused()));
    secured.on('data', (chunk: Buffer) => {
      const line = chunk.toString();
      const [, answer] = ANSWERS.find(([start]) => line.startsWith(start)) ?? [];
      if (answer !== undefined && !secured.destroyed) secured.write(answer);
    });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    resumed,
    async close() {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
