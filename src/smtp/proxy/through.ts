import type { Socket } from 'node:net';
import { Failure } from '../../model/failure.ts';
import type { Proxy } from '../../model/mail-proxy.ts';
import { findAddresses } from '../../platform/addresses.ts';
import type { Deadline } from '../../platform/clock.ts';
import { networkFailure } from '../network-failure.ts';
import { connect } from '../tcp.ts';
import { type Asking, ProxyTalk } from './failures.ts';
import { askHttp } from './http-connect.ts';
import { askSocks } from './socks5.ts';

/** Of a proxy with more addresses the first ones are tried. */
const MAX_PROXY_ADDRESSES = 3;

/**
 * Opens a connection to a mail server through a proxy. Nothing that the proxy sent after its reply is lost or read.
 *
 * @param onAttempt called when an attempt is on its way
 * @throws Failure with a `proxy-…` problem; `cancelled` when that is why the signal was aborted
 */
export async function openThrough(
  proxy: Proxy,
  asking: Asking,
  onAttempt?: () => void,
): Promise<Socket> {
  const talk = new ProxyTalk(proxy);
  let socket: Socket | undefined;
  try {
    socket = await reach(proxy, asking.deadline, onAttempt);
    const ask = proxy.kind === 'http' ? askHttp : askSocks;
    await ask(talk, socket, asking);
    return socket;
  } catch (error) {
    socket?.destroy();
    if (!(error instanceof Failure)) throw error;
    throw error.proxy ? error : talk.lost(error);
  }
}

/** Connects to the proxy at the first of its addresses that accepts the connection. */
async function reach(
  { host, port }: Proxy,
  { signal, remainingMs }: Deadline,
  onAttempt?: () => void,
): Promise<Socket> {
  const addresses = (await lookUp(host, signal)).slice(0, MAX_PROXY_ADDRESSES);
  let failure: Failure | undefined;
  for (const [index, address] of addresses.entries()) {
    const isLast = index === addresses.length - 1;
    const patience = { signal, ...(!isLast && { silenceMs: remainingMs() / 4 }) };
    try {
      return await connect(address, port, patience, onAttempt);
    } catch (error) {
      if (!(error instanceof Failure) || signal.aborted) throw error;
      failure = error;
    }
  }
  throw failure ?? new Failure('name-not-found');
}

async function lookUp(host: string, signal: AbortSignal): Promise<string[]> {
  try {
    return await findAddresses(host, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw networkFailure(error as NodeJS.ErrnoException);
  }
}
