import type { Problem } from './cause.ts';

/** The kinds of proxies, as their addresses begin: SOCKS 5 (RFC 1928) and HTTP with CONNECT (RFC 9110 section 9.3.6). */
export const PROXY_KINDS = ['socks5h', 'http'] as const;

export type ProxyKind = (typeof PROXY_KINDS)[number];

/** A proxy between this machine and the mail server. It looks up the name of the mail server itself. */
export interface Proxy {
  readonly kind: ProxyKind;
  /** Host name in its ASCII form, or an IP address without brackets. */
  readonly host: string;
  readonly port: number;
  /** What the proxy wants of its users; it says nothing about the mailbox. */
  readonly login?: { readonly username: string; readonly password: string };
}

/** `socks5h://proxy.example.com:1080`, the way every sentence and report names a proxy: without its login. */
export function proxyAddress({ kind, host, port }: Proxy): string {
  return `${kind}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What an HTTP proxy is sent for a login: user name and password in UTF-8, then Base64 (RFC 7617 section 2). */
export function basicCredentials({ username, password }: NonNullable<Proxy['login']>): string {
  return Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
}

/** How far the talk with a proxy got. */
export type ProxyStep =
  /** Connecting to the proxy itself. */
  | 'reach'
  /** The proxy was asked for a way of logging in, or told the login. */
  | 'login'
  /** The proxy was asked to connect to the mail server. */
  | 'open';

/** What is known where a proxy did not connect to the mail server. */
export interface ProxyFailure {
  readonly step: ProxyStep;
  /** Whether the proxy had a login to judge. */
  readonly hasLogin: boolean;
  /** Why the proxy itself could not be reached. */
  readonly problem?: Problem;
  /** The reply field of SOCKS 5 (RFC 1928 section 6). */
  readonly socksReply?: number;
  /** The status of the reply to CONNECT. */
  readonly status?: number;
  /** True when the proxy offers other ways of logging in, and not the one by user name and password. */
  readonly wantsOtherLogin?: true;
  /** What answers in place of a proxy of this kind, where its first bytes tell. */
  readonly answers?: 'http' | 'smtp';
}
