import fc from 'fast-check';
import { ACCOUNT_DEFAULTS, type RawAccount } from '../../src/inputs/names.ts';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import { parseProxy } from '../../src/inputs/proxy-address.ts';
import { InputError, ValueError } from '../../src/inputs/reader.ts';
import type { Proxy } from '../../src/model/mail-proxy.ts';

const GOOD: RawAccount = {
  ...ACCOUNT_DEFAULTS,
  host: 'mail.example.test',
  username: 'user@example.test',
  password: 'correct horse',
};

/** The proxy of an account, or what is wrong with it. */
function read(inputs: Partial<RawAccount>): Proxy | undefined | string[] {
  try {
    return parseAccount({ ...GOOD, ...inputs }).proxy;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.faults.map(({ message }) => message);
  }
}

test.each<[string, object | undefined]>([
  ['socks5h://proxy.example.com:1080', { kind: 'socks5h', host: 'proxy.example.com', port: 1080 }],
  ['socks5h://proxy.example.com', { kind: 'socks5h', host: 'proxy.example.com', port: 1080 }],
  ['SOCKS5H://Proxy.example.com:9050/', { kind: 'socks5h', host: 'proxy.example.com', port: 9050 }],
  ['http://10.0.0.1:3128', { kind: 'http', host: '10.0.0.1', port: 3128 }],
  ['http://[::1]:80', { kind: 'http', host: '::1', port: 80 }],
  ['http://bücher.example:3128', { kind: 'http', host: 'xn--bcher-kva.example', port: 3128 }],
  ['none', undefined],
  ['', undefined],
])('%j is a proxy', (proxy, expected) => {
  const found = read({ proxy });
  expect(found).toEqual(expected);
});

test.each<[string, RegExp]>([
  ['socks5://proxy.example.com:1080', /write "socks5h:\/\/", so that the proxy does/],
  ['socks://proxy.example.com:1080', /write "socks5h:\/\/"/],
  ['socks4://proxy.example.com:1080', /SOCKS 4, which is not supported/],
  ['socks4a://proxy.example.com:1080', /SOCKS 4, which is not supported/],
  ['https://proxy.example.com:443', /reached over TLS, which is not supported; write "http:\/\/"/],
  ['ftp://proxy.example.com:21', /must be an address such as "socks5h:/],
  ['proxy.example.com:3128', /must be an address such as "socks5h:/],
  ['http://proxy.example.com', /needs a port/],
  ['http://proxy.example.com:0', /must have a port from 1 to 65535/],
  ['http://proxy.example.com:65536', /must have a port from 1 to 65535/],
  ['http://proxy.example.com:3128/path', /must be a scheme, a host and a port/],
  ['http://proxy.example.com:3128?x=1', /must be a scheme, a host and a port/],
  ['http://:3128', /must be a scheme, a host and a port/],
  ['socks5h://', /must be a scheme, a host and a port/],
  ['socks5h://a b:1080', /must be a scheme, a host and a port/],
  ['socks5h://proxy.example.com:1080\r\nX: y', /must be a scheme, a host and a port/],
])('%j is refused with what to write', (proxy, message) => {
  expect(read({ proxy })).toEqual([expect.stringMatching(message)]);
});

test.each([
  'socks5h://worker:hunter2secret@proxy.example.com:1080',
  'http://worker:hunter2secret@proxy.example.com:3128',
  'https://hunter2secret@proxy.example.com:3128',
  'worker:hunter2secret@proxy.example.com:3128',
])('a login in the address is refused and not repeated: %s', (proxy) => {
  const [message = ''] = read({ proxy }) as string[];
  expect(message).toContain('give them as "proxy-username" and "proxy-password"');
  expect(message).not.toMatch(/hunter2|worker/);
});

const PROXY = 'socks5h://proxy.example.com';
const HTTP_PROXY = 'http://proxy.example.com:3128';

test('the login of a proxy is kept as it is given', () => {
  const login = { 'proxy-username': ' domain\\user ', 'proxy-password': ' p w ' };
  expect(read({ proxy: PROXY, ...login })).toMatchObject({
    login: { username: ' domain\\user ', password: ' p w ' },
  });
});

test.each<[string, Partial<RawAccount>, RegExp]>([
  ['half a login', { proxy: PROXY, 'proxy-username': 'me' }, /"proxy-password" is empty, and/],
  ['the other half', { proxy: PROXY, 'proxy-password': 'pw4' }, /"proxy-username" is empty, and/],
  ['no proxy', { 'proxy-username': 'me', 'proxy-password': 'pw4' }, /"proxy" is empty, and/],
  [
    'a colon for HTTP',
    { proxy: HTTP_PROXY, 'proxy-username': 'a:b', 'proxy-password': 'pw4' },
    /contains ":"/,
  ],
  [
    'a line break',
    { proxy: PROXY, 'proxy-username': 'a', 'proxy-password': 'pw\nx' },
    /contains a line break/,
  ],
  [
    'more than a proxy can read',
    { proxy: PROXY, 'proxy-username': 'a', 'proxy-password': 'ü'.repeat(128) },
    /at most 255 bytes/,
  ],
])('a login with %s is refused', (_, inputs, message) => {
  const faults = read(inputs) as string[];
  expect(faults).toEqual([expect.stringMatching(message)]);
  expect(faults.join()).not.toContain('pw4');
});

describe('whatever is given', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc
      .tuple(fc.constantFrom('socks5h', 'http', 'socks5'), fc.string(), fc.string(), fc.nat())
      .map(([scheme, host, tail, port]) => `${scheme}://${host}:${port}${tail}`),
  );

  test('an address is one that can be connected to, or a sentence that repeats nothing of it', () => {
    fc.assert(
      fc.property(text, (value) => {
        try {
          const found = parseProxy(value);
          if (!found) return;
          expect(found.port).toBeGreaterThanOrEqual(1);
          expect(found.port).toBeLessThanOrEqual(65535);
          expect(found.host).toMatch(/^[a-z0-9_.:-]{1,253}$/i);
        } catch (error) {
          if (!(error instanceof ValueError)) throw error;
          const { predicate } = error;
          expect(typeof predicate === 'string' ? predicate.length : 0).toBeLessThan(200);
        }
      }),
    );
  });

  test('what is written as a host and a port is read as them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('socks5h', 'http'),
        fc.domain(),
        fc.integer({ min: 1, max: 65535 }),
        (kind, host, port) => {
          expect(parseProxy(`${kind}://${host}:${port}`)).toEqual({
            kind,
            host: host.toLowerCase(),
            port,
          });
        },
      ),
    );
  });
});
