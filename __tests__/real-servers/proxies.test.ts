import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Server, serverNamed, STATE, users } from './servers.ts';

/** The committed bundle through microsocks, Dante, tinyproxy and Squid. */

interface Proxies {
  /** The first of five. */
  readonly port: number;
  readonly username: string;
  readonly password: string;
}

const { port, username, password } = JSON.parse(
  readFileSync(join(STATE, 'proxies.json'), 'utf8'),
) as Proxies;
const at = (scheme: string, offset: number): string => `${scheme}://127.0.0.1:${port + offset}`;
const MICROSOCKS = at('socks5h', 0);
const MICROSOCKS_WITH_LOGIN = at('socks5h', 1);
const TINYPROXY = at('http', 2);
const DANTE = at('socks5h', 3);
const SQUID = at('http', 4);

const LOGIN = { 'proxy-username': username, 'proxy-password': password };
const NO_LOGIN = {};
const WRONG_LOGIN = { ...LOGIN, 'proxy-password': 'not the password' };

const postfix: Server = serverNamed('postfix-dovecot');
const [user] = users;
if (!user) throw new Error('there is no user');
/** Only the proxies know this name. */
const MAILBOX = { ...user, host: 'mail.example.test' };

describe.each<[string, string, Record<string, string>]>([
  ['microsocks', MICROSOCKS, NO_LOGIN],
  ['microsocks with a login', MICROSOCKS_WITH_LOGIN, LOGIN],
  ['tinyproxy with a login', TINYPROXY, LOGIN],
  ['Dante', DANTE, NO_LOGIN],
  ['Squid', SQUID, NO_LOGIN],
])('%s', (_, proxy, login) => {
  test('connects to a server whose name it alone knows, and the login is accepted', async () => {
    const result = await run(postfix, { ...MAILBOX, proxy, ...login });
    expect(result.outputs).toMatchObject({ verdict: 'accepted', code: '235' });
    expect(result.exitCode).toBe(0);
    expect(result.summary).toContain(proxy);
    expect(result.visible).not.toContain(password);
  });

  test('a wrong password of the mailbox is refused by the server, and not by the proxy', async () => {
    const wrong = { ...MAILBOX, username: 'refused@example.test', password: 'not the password' };
    const { outputs } = await run(postfix, { ...wrong, proxy, ...login });
    expect(outputs).toMatchObject({ verdict: 'rejected', stage: 'auth', code: '535' });
  });

  test('the certificate is that of the server', async () => {
    const inputs = { 'tls-servername': 'other.example.test', proxy, ...login };
    const { outputs } = await run(postfix, { ...MAILBOX, ...inputs });
    expect(outputs).toMatchObject({ verdict: 'tls', cause: 'certificate-name-mismatch' });
  });

  test('a name that the proxy does not know', async () => {
    const inputs = { host: 'nowhere.example.test', retries: 0, proxy, ...login };
    const { outputs } = await run(postfix, { ...user, ...inputs });
    expect(outputs).toMatchObject({ verdict: 'unreachable', stage: 'proxy' });
    expect(outputs['cause']).toBe('proxy-target-unreachable');
  });

  test('a port at which nothing listens', async () => {
    const { outputs } = await run(postfix, { ...MAILBOX, port: 9, retries: 0, proxy, ...login });
    expect(outputs).toMatchObject({ verdict: 'unreachable', stage: 'proxy' });
    expect(outputs['cause']).toBe('proxy-target-unreachable');
  });
});

test.each([
  ['Dante', DANTE, NO_LOGIN],
  ['tinyproxy', TINYPROXY, LOGIN],
  ['Squid', SQUID, NO_LOGIN],
])('%s forbids a port', async (_, proxy, login) => {
  const inputs = { ...MAILBOX, port: postfix.implicitPort, 'implicit-tls': 'true', retries: 0 };
  const { outputs, visible } = await run(postfix, { ...inputs, proxy, ...login });
  expect(outputs).toMatchObject({ cause: 'proxy-refused', verdict: 'unreachable', stage: 'proxy' });
  expect(visible).toContain('does not allow connections to mail.example.test');
});

test.each([
  ['microsocks', MICROSOCKS_WITH_LOGIN, 'a missing', NO_LOGIN],
  ['microsocks', MICROSOCKS_WITH_LOGIN, 'a wrong', WRONG_LOGIN],
  ['tinyproxy', TINYPROXY, 'a missing', NO_LOGIN],
  ['tinyproxy', TINYPROXY, 'a wrong', WRONG_LOGIN],
])('%s at %s tells of %s login, and no mailbox is refused', async (_, proxy, __, login) => {
  const { outputs, exitCode } = await run(postfix, {
    ...MAILBOX,
    expect: 'rejected',
    proxy,
    ...login,
  });
  expect(outputs).toMatchObject({ verdict: 'config', cause: 'proxy-authentication' });
  expect(exitCode).toBe(1);
});

test.each([
  ['an HTTP proxy', 'SOCKS', at('socks5h', 4)],
  ['a SOCKS proxy', 'HTTP', at('http', 0)],
  ['a mail server', 'SOCKS', `socks5h://127.0.0.1:${postfix.starttlsPort}`],
  ['a mail server', 'HTTP', `http://127.0.0.1:${postfix.starttlsPort}`],
])('%s that is asked by %s is not mistaken for the mail server', async (_, __, proxy) => {
  const { outputs } = await run(postfix, { ...MAILBOX, retries: 0, timeout: 5, proxy });
  expect(outputs['stage']).toBe('proxy');
  expect(outputs['cause']).toMatch(/^proxy-/);
});
