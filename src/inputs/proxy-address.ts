import type { Proxy, ProxyKind } from '../model/mail-proxy.ts';
import { parseLine } from './credential-values.ts';
import { type AccountReader, invalid, present, ValueError } from './reader.ts';
import { parseHost } from './values.ts';

type Address = Pick<Proxy, 'kind' | 'host' | 'port'>;

/** How every refusal shows what is wanted. */
const FORM = '"socks5h://proxy.example.com:1080" or "http://proxy.example.com:3128"';

/** What to write for an address that begins otherwise. */
const OTHER_SCHEMES: ReadonlyMap<string, string> = new Map([
  [
    'socks5',
    'begins with "socks5://", which means that this machine looks up the mail server; write "socks5h://", so that the proxy does',
  ],
  ['socks', 'begins with "socks://"; write "socks5h://"'],
  [
    'socks4',
    'is for SOCKS 4, which is not supported; write "socks5h://" if the proxy knows SOCKS 5',
  ],
  [
    'socks4a',
    'is for SOCKS 4, which is not supported; write "socks5h://" if the proxy knows SOCKS 5',
  ],
  [
    'https',
    'is for a proxy that is reached over TLS, which is not supported; write "http://" if the proxy accepts that. TLS with the mail server goes through it all the same',
  ],
]);

/** IANA's port for SOCKS. HTTP proxies have none: curl means 1080, others mean 80, and Squid listens on 3128. */
const SOCKS_PORT = 1080;

/**
 * The address of a proxy. No message repeats it, since people put passwords into it.
 *
 * @returns undefined for `none`, which an entry of a list sets against a default
 * @throws ValueError
 */
export function parseProxy(value: string): Address | undefined {
  if (value.toLowerCase() === 'none') return undefined;
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]{0,20}):\/\/(.*)$/is.exec(value) ?? [];
  const kind = scheme.toLowerCase();
  if (rest.includes('@') || (scheme === '' && value.includes('@'))) throw withLogin();
  if (!isKind(kind)) {
    const why = OTHER_SCHEMES.get(kind) ?? `must be an address such as ${FORM}`;
    throw invalid(why, { title: 'is not the address of a proxy that is supported' });
  }
  // One slash at the end is how browsers and CI systems write it.
  const [, host = '', digits] = /^(\[[^\]]*\]|[^:/]*)(?::(\d{1,6}))?\/?$/s.exec(rest) ?? [];
  return { kind, host: hostOf(host), port: portOf(kind, digits) };
}

function isKind(scheme: string): scheme is ProxyKind {
  return scheme === 'socks5h' || scheme === 'http';
}

function withLogin(): ValueError {
  return invalid(
    ({ mention }) =>
      `must not hold a user name or password; give them as ${mention('proxy-username')} and ${mention('proxy-password')}`,
    { title: 'holds a user name or password' },
  );
}

function hostOf(text: string): string {
  try {
    return parseHost(text);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw invalid(`must be a scheme, a host and a port, such as ${FORM}`, {
      title: 'is not the address of a proxy',
      cause: error,
    });
  }
}

function portOf(kind: ProxyKind, digits: string | undefined): number {
  if (digits === undefined && kind === 'socks5h') return SOCKS_PORT;
  const port = Number(digits ?? NaN);
  if (port >= 1 && port <= 65535) return port;
  const why =
    digits === undefined
      ? 'needs a port, such as "http://proxy.example.com:3128"'
      : 'must have a port from 1 to 65535';
  throw invalid(why, { title: digits === undefined ? 'has no port' : 'has a wrong port' });
}

/** RFC 1929 section 2: the length of each is one byte. */
const MAX_LOGIN_BYTES = 255;

/** Reads the proxy with its login. */
export function readProxy(reader: AccountReader): Proxy | undefined {
  const address = reader.optional('proxy', parseProxy);
  const username = reader.optional('proxy-username', (value) => parseProxyUsername(value, address));
  const password = reader.optional('proxy-password', parseLoginPart);
  refuseStray(reader, address);
  if (!address) return undefined;
  const login =
    username === undefined || password === undefined ? undefined : { username, password };
  return present<Proxy>({ ...address, login });
}

function parseLoginPart(value: string): string {
  if (Buffer.byteLength(value, 'utf8') <= MAX_LOGIN_BYTES) return parseLine(value);
  throw invalid(`must have at most ${MAX_LOGIN_BYTES} bytes, which is all a proxy can read`, {
    title: 'is too long',
  });
}

/** RFC 7617 section 2: a colon ends the user name. */
function parseProxyUsername(value: string, address: Address | undefined): string {
  if (address?.kind !== 'http' || !value.includes(':')) return parseLoginPart(value);
  throw invalid('contains ":", which ends the user name for an HTTP proxy', {
    title: 'contains ":"',
  });
}

/** Half a login, or one without its proxy. */
function refuseStray(reader: AccountReader, address: Address | undefined): void {
  const [given, other] = reader.isGiven('proxy-username')
    ? (['proxy-username', 'proxy-password'] as const)
    : (['proxy-password', 'proxy-username'] as const);
  if (!reader.isGiven(given)) return;
  if (!reader.isGiven(other)) {
    reader.refuse(
      other,
      'missing',
      ({ absent, mention }) => `${absent(other)}, and ${mention(given)} needs it`,
    );
  }
  if (!address && !reader.isGiven('proxy')) {
    reader.refuse(
      'proxy',
      'missing',
      ({ absent, mention }) => `${absent('proxy')}, and ${mention(given)} needs it`,
    );
  }
}
