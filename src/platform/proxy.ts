import { type ClientRequest, request as requestHttp } from 'node:http';
import type { Socket } from 'node:net';
import { getProxyForUrl } from 'proxy-from-env';
import { exchange } from './http-exchange.ts';
import { HttpFailure } from './http-failure.ts';
import { openVerified } from './verified-tls.ts';

/**
 * Opens a way through the proxy that HTTPS_PROXY and NO_PROXY name for a server (RFC 9110 section 9.3.6). TLS with
 * the server is spoken over it, so the proxy reads nothing.
 *
 * Node 24 could do this in its Agent, but a proxy that accepts the connection and stays silent keeps that one waiting
 * after the request has been given up.
 *
 * @returns undefined when no proxy is named for this server
 * @throws HttpFailure of the fault `proxy`; the signal's reason when it is aborted
 */
export async function openTunnel(target: URL, signal: AbortSignal): Promise<Socket | undefined> {
  const address = getProxyForUrl(target.href);
  if (address === '') return undefined;
  const authority = `${target.hostname}:${target.port || '443'}`;
  try {
    const asked = await askProxy(address, authority, signal);
    return await exchange<Socket>(asked, signal, ({ succeed, fail }) => {
      asked.on('connect', ({ statusCode = 0 }, socket: Socket, early) => {
        // A server that speaks TLS waits for the client's first message.
        if (statusCode >= 200 && statusCode <= 299 && early.length === 0) {
          succeed(socket);
          return;
        }
        socket.destroy();
        fail(new HttpFailure('proxy', `PROXY_STATUS_${statusCode}`, `HTTP status ${statusCode}`));
      });
      asked.end();
    });
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    throw new HttpFailure('proxy', error.code, error.message, error);
  }
}

async function askProxy(
  address: string,
  authority: string,
  signal: AbortSignal,
): Promise<ClientRequest> {
  const { protocol, host, port, headers } = readAddress(address);
  const options = { method: 'CONNECT', host, port, path: authority };
  const request = { ...options, headers: { ...headers, host: authority } };
  if (protocol === 'http:') return requestHttp({ ...request, agent: false });
  // The proxy's own certificate is verified too, since it may be sent a password.
  const socket = await openVerified({ host, port }, signal);
  return requestHttp({ ...request, createConnection: () => socket });
}

interface ProxyAddress {
  readonly protocol: 'http:' | 'https:';
  readonly host: string;
  readonly port: number;
  readonly headers: { 'proxy-authorization'?: string };
}

function readAddress(address: string): ProxyAddress {
  try {
    const url = new URL(address);
    const { protocol, port, username, password } = url;
    if (protocol !== 'http:' && protocol !== 'https:') throw new Error('neither http nor https');
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    const basic = `Basic ${Buffer.from(pair).toString('base64')}`;
    return {
      protocol,
      host: bareHost(url),
      port: Number(port || (protocol === 'https:' ? '443' : '80')),
      headers: pair === ':' ? {} : { 'proxy-authorization': basic },
    };
  } catch (error) {
    const message = 'the address of the proxy cannot be used';
    throw new HttpFailure('proxy', 'PROXY_ADDRESS_INVALID', message, error);
  }
}

/** The host of an address, an IPv6 address without its brackets. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
