import type { PeerConnection, Script } from './peer.ts';

/** What the proxy sends in place of its honest replies; `undefined` ends the script there without closing. */
export interface SocksReplies {
  /** To the ways of logging in: no login by default. */
  readonly method?: string;
  /** To user name and password. */
  readonly login?: string;
  /** To the request. */
  readonly request?: string;
}

/** Success, with the address 0.0.0.0 and port 0 as many proxies give it. */
export const GRANTED = '\x05\x00\x00\x01\0\0\0\0\0\0';

/** A SOCKS 5 proxy, followed by what the server behind it plays. */
export function socksThen(behind: Script, replies: SocksReplies = {}): Script {
  const { method = '\x05\x00', login = '\x01\x00', request = GRANTED } = replies;
  return async (connection, index) => {
    await readMethods(connection);
    connection.send(method);
    if (method.startsWith('\x05\x02')) {
      await readLogin(connection);
      connection.send(login);
    }
    await readRequest(connection);
    connection.send(request);
    return behind(connection, index);
  };
}

async function readMethods(connection: PeerConnection): Promise<void> {
  const [, count = 0] = Buffer.from(await connection.bytes(2), 'latin1');
  await connection.bytes(count);
}

async function readLogin(connection: PeerConnection): Promise<void> {
  const [, name = 0] = Buffer.from(await connection.bytes(2), 'latin1');
  await connection.bytes(name);
  const [password = 0] = Buffer.from(await connection.bytes(1), 'latin1');
  await connection.bytes(password);
}

/** @returns the host name that the proxy is to look up, or the kind of another address */
async function readRequest(connection: PeerConnection): Promise<void> {
  const [, , , kind, length = 0] = Buffer.from(await connection.bytes(5), 'latin1');
  const rest = kind === 3 ? length + 2 : kind === 1 ? 5 : 17;
  await connection.bytes(rest);
}

export const ESTABLISHED = 'HTTP/1.1 200 Connection established\r\n\r\n';

/** An HTTP proxy, followed by what the server behind it plays. */
export function connectThen(behind: Script, reply = ESTABLISHED): Script {
  return async (connection, index) => {
    while ((await connection.line()) !== '\r\n');
    connection.send(reply);
    return behind(connection, index);
  };
}

/** Nothing more is played, and the connection stays open. */
export const silence: Script = () => undefined;
