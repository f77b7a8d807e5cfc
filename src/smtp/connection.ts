import type { Socket } from 'node:net';
import type { Account } from '../model/account.ts';

/** TLS as it is known once it has been loaded. */
export type Tls = typeof import('./tls/channel.ts');

/** A TCP connection, and what it can be made a TLS channel with; an account that wants no TLS has none. */
export interface Connection {
  readonly socket: Socket;
  readonly tls: Promise<Tls> | undefined;
}

/** Opens a TCP connection to the account's server; `onAttempt` is called when an attempt is on its way. */
export type Connect = (onAttempt?: () => void) => Promise<Socket>;

/**
 * Connects, and loads TLS meanwhile. `node:tls` takes longer to load than all the rest of this program, so that is done while
 * the server's answer is on its way.
 *
 * @throws Failure with an `unreachable` problem; with the signal's reason when it is aborted
 */
export async function openConnection(account: Account, open: Connect): Promise<Connection> {
  if (account.tlsMode === 'none') return { socket: await open(), tls: undefined };
  let loading: Promise<Tls> | undefined;
  const socket = await open(() => {
    loading ??= loadTls(account);
    loading.catch(() => undefined); // it is awaited later, unless the connection fails first
  });
  // Not waited for here: the socket may break meanwhile, and somebody has to listen to it.
  return { socket, tls: loading ?? loadTls(account) };
}

let channels: Promise<Tls> | undefined;

/**
 * Loads TLS, once. With many connections no file can be opened any more, so whoever makes them does this before. Asking
 * for a loaded module again is not free either.
 */
export function loadChannels(): Promise<Tls> {
  return (channels ??= import('./tls/channel.ts'));
}

async function loadTls(account: Account): Promise<Tls> {
  const tls = await loadChannels();
  tls.prepareChannel(account);
  return tls;
}
