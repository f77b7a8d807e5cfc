import { once } from 'node:events';
import { connect as connectSocket, type NetConnectOpts, type Socket } from 'node:net';
import type { Account } from '../model/account.ts';
import { networkFailure } from './network-failure.ts';

/**
 * Milliseconds one of several addresses may take before the next one is tried. Node gives an attempt
 * up at this limit, so it is well above any honest round trip and the 1 s in which a lost SYN is sent
 * again (RFC 6298 section 2.1); the last address has until the deadline.
 */
const ADDRESS_ATTEMPT_MS = 1500;

/**
 * Opens a TCP connection to the first address of `host` that answers, IPv6 and IPv4 in turn.
 *
 * @param onAttempt called when the first attempt is on its way
 * @throws Failure with an `unreachable` problem; with the signal's reason when it is aborted
 */
export async function connect(
  host: string,
  port: number,
  signal: AbortSignal,
  onAttempt: () => void = () => undefined,
): Promise<Socket> {
  const options: NetConnectOpts = {
    ...{ host, port, noDelay: true },
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ADDRESS_ATTEMPT_MS,
  };
  const socket = connectSocket(options);
  socket.once('connectionAttempt', onAttempt); // of Node 20.12 and later
  try {
    await once(socket, 'connect', { signal });
    return socket;
  } catch (error) {
    discard(socket);
    signal.throwIfAborted();
    throw networkFailure(error as NodeJS.ErrnoException);
  }
}

/** Closes a socket that nobody waits for any more; an error that comes late is of no interest. */
export function discard(socket: Socket): void {
  socket.on('error', () => undefined);
  socket.destroy();
}

/** TLS as it is known once it has been loaded. */
export type Tls = typeof import('./tls/channel.ts');

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
  const tls = await (channels ??= import('./tls/channel.ts'));
  tls.prepareChannel(account);
  return tls;
}
