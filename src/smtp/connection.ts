import type { Socket } from 'node:net';
import type { Account } from './account.ts';
import { connect } from './connect.ts';

/** TLS as it is known once it has been loaded. */
export type Tls = typeof import('./channel.ts');

/** A TCP connection, and what it can be made a TLS channel with; an account that wants no TLS has none. */
export interface Connection {
  readonly socket: Socket;
  readonly tls: Promise<Tls> | undefined;
}

/**
 * Connects over TCP. `node:tls` takes longer to load than all the rest of this program, so that is done while
 * the server's answer is on its way.
 *
 * @throws Failure with an `unreachable` problem; with the signal's reason when it is aborted
 */
export async function openConnection(account: Account, signal: AbortSignal): Promise<Connection> {
  const { host, port, tlsMode } = account;
  if (tlsMode === 'none') return { socket: await connect(host, port, signal), tls: undefined };
  let loading: Promise<Tls> | undefined;
  const socket = await connect(host, port, signal, () => {
    loading = loadTls(account);
    loading.catch(() => undefined); // it is awaited later, unless the connection fails first
  });
  // Not waited for here: the socket may break meanwhile, and somebody has to listen to it.
  return { socket, tls: loading ?? loadTls(account) };
}

let channels: Promise<Tls> | undefined;

async function loadTls(account: Account): Promise<Tls> {
  // Asking for a loaded module again is not free, and thousands of accounts would ask.
  const tls = await (channels ??= import('./channel.ts'));
  tls.prepareChannel(account);
  return tls;
}
