import fc from 'fast-check';
import type { RawAccount } from '../../../src/inputs/names.ts';
import { check, type CheckOptions } from '../../../src/smtp/check.ts';
import { accountAt } from '../../support/account.ts';
import { createLocalhost } from '../../support/certificates.ts';
import { type Ended, ended } from '../../support/outcome.ts';
import { type Peer, type Script, startPeer } from '../../support/peer.ts';
import { connectThen, ESTABLISHED, GRANTED, silence, socksThen } from '../../support/proxies.ts';
import { resolveTo } from '../../support/resolver.ts';
import { loginThen, startTlsScript } from '../../support/scripts.ts';

/** The peer is the proxy, and what it connects to as well. */

const { ca, server } = await createLocalhost();
const good: Script = startTlsScript(server, { auth: loginThen('235 2.7.0 ok\r\n') });
const LOGIN = { 'proxy-username': 'worker', 'proxy-password': 'proxy secret 42' };
let peer: Peer;
let restore = (): void => undefined;

type Kind = 'socks5h' | 'http';

/** Checks an account at a host that only the proxy knows. */
async function play(
  kind: Kind,
  script: Script,
  inputs: Partial<RawAccount> = {},
  options: CheckOptions = {},
): Promise<Ended> {
  peer = await startPeer(script);
  // A look-up of the mail server on this machine would find nothing.
  restore = resolveTo();
  const account = accountAt(587, ca.cert, {
    host: 'mail.example.test',
    proxy: `${kind}://127.0.0.1:${peer.port}`,
    password: 'correct horse',
    'tls-servername': 'localhost',
    timeout: '3',
    ...inputs,
  });
  return ended(await check(account, options));
}

afterEach(async () => {
  restore();
  await peer.close();
});

describe.each<[Kind, (behind: Script) => Script]>([
  ['socks5h', socksThen],
  ['http', connectThen],
])('through a proxy of the kind %s', (kind, proxyBefore) => {
  test('a login is accepted, and the name of the server is looked up by the proxy', async () => {
    const result = await play(kind, proxyBefore(good));
    expect(result.outcome).toBe('accepted');
    expect(result.tls?.verified).toBe(true);
    expect(peer.received.plain).toContain('mail.example.test');
    expect(result.address).toBeUndefined();
    expect(result.account.proxy).toBe(`${kind}://127.0.0.1:${peer.port}`);
    expect(result.stages.map(({ stage }) => stage)).toEqual([
      ...['proxy', 'greeting', 'ehlo', 'starttls', 'tls', 'ehlo', 'auth'],
    ]);
  });

  test('the certificate of the server is verified end to end', async () => {
    const result = await play(kind, proxyBefore(good), { 'tls-servername': 'other.example.test' });
    expect(result.outcome).toBe('certificate-name-mismatch');
    expect(result.credentialSent).toBe(false);
  });

  test('a refusal of the mailbox stays a refusal of the server', async () => {
    const script = startTlsScript(server, { auth: loginThen('535 5.7.8 no\r\n') });
    const result = await play(kind, proxyBefore(script));
    expect(result).toMatchObject({ outcome: 'refused', stage: 'auth', reply: { code: 535 } });
  });

  test('TLS from the first byte works', async () => {
    const script: Script = async (connection) => {
      await connection.startTls(server);
      connection.send('220 mail.example.test ESMTP\r\n');
      await connection.line();
      connection.send('250-mail.example.test\r\n250 AUTH LOGIN\r\n');
      await loginThen('235 2.7.0 ok\r\n')(connection);
    };
    const result = await play(kind, proxyBefore(script), { 'implicit-tls': 'true' });
    expect(result.outcome).toBe('accepted');
  });

  test('silence is the silence of the proxy, and ends with the deadline', async () => {
    const result = await play(kind, silence, { timeout: '0.4' });
    expect(result).toMatchObject({ outcome: 'proxy-timed-out', stage: 'proxy' });
    expect(result.durationMs).toBeLessThan(1500);
  });

  test('a cancelled check is cancelled, and not the fault of the proxy', async () => {
    const end = new AbortController();
    setTimeout(() => {
      end.abort();
    }, 200);
    const result = await play(kind, silence, {}, { signal: end.signal });
    expect(result.outcome).toBe('cancelled');
  });

  test('a proxy that closes at once is not the mail server', async () => {
    const result = await play(kind, (connection) => {
      connection.end();
      return undefined;
    });
    expect(result).toMatchObject({ outcome: 'proxy-unreachable', stage: 'proxy' });
    expect(result.failure?.proxy?.problem).toBe('connection-lost');
  });

  test('a proxy that resets is not the mail server', async () => {
    const result = await play(kind, async (connection) => {
      await connection.bytes(3);
      connection.reset();
    });
    expect(result).toMatchObject({ outcome: 'proxy-unreachable', stage: 'proxy' });
  });

  test('a connection that ends behind an open proxy is one that the server closed', async () => {
    const result = await play(
      kind,
      proxyBefore((connection) => {
        connection.end();
        return undefined;
      }),
    );
    expect(result).toMatchObject({ outcome: 'connection-lost', stage: 'greeting' });
  });

  test('a 235 in place of a reply is no login', async () => {
    const result = await play(kind, (connection) => {
      connection.send('235 2.7.0 Authentication successful\r\n');
      return undefined;
    });
    expect(result).toMatchObject({ outcome: 'proxy-protocol', stage: 'proxy' });
    expect(result.acceptance).toBeUndefined();
  });

  test('the greeting of a mail server is told', async () => {
    const result = await play(kind, (connection) => {
      connection.send('220 mail.example.test ESMTP\r\n');
      return undefined;
    });
    expect(result.outcome).toBe('proxy-protocol');
    expect(result.failure?.proxy?.answers).toBe('smtp');
  });

  test('nothing listens at the proxy', async () => {
    const idle = await startPeer(silence);
    await idle.close();
    const proxy = `${kind}://127.0.0.1:${idle.port}`;
    const result = await play(kind, silence, { proxy });
    expect(result).toMatchObject({ outcome: 'proxy-unreachable', stage: 'proxy' });
    expect(result.failure?.proxy).toMatchObject({ step: 'reach', problem: 'connection-refused' });
  });

  test('the login of the proxy is never in what is observed', async () => {
    const script: Script = (connection) => {
      connection.send(`HTTP/1.1 403 ${LOGIN['proxy-password']}\r\n\r\n`);
      return undefined;
    };
    const result = await play(kind, script, LOGIN);
    expect(JSON.stringify(result)).not.toContain('proxy secret');
  });

  test('an IPv6 address is given to the proxy as it is', async () => {
    const result = await play(kind, proxyBefore(good), { host: '2001:db8::25' });
    expect(result.outcome).toBe('accepted');
    const sent =
      kind === 'http' ? 'CONNECT [2001:db8::25]:587' : '\x05\x01\x00\x04\x20\x01\x0d\xb8';
    expect(peer.received.plain).toContain(sent);
  });
});

describe('what the server sends with the reply of the proxy', () => {
  const glued = (reply: string): Script =>
    startTlsScript(server, {
      greeting: `${reply}220 mail.example.test ESMTP\r\n`,
      auth: loginThen('235 2.7.0 ok\r\n'),
    });

  test.each<[Kind, Script]>([
    ['socks5h', socksThen(glued(GRANTED), { request: '' })],
    ['http', connectThen(glued(ESTABLISHED), '')],
  ])('is not lost behind %s', async (kind, script) => {
    const result = await play(kind, script);
    expect(result.outcome).toBe('accepted');
    expect(result.banner).toBe('mail.example.test ESMTP');
  });
});

describe('SOCKS 5', () => {
  test.each<[number, string]>([
    [1, 'proxy-target-unreachable'],
    [2, 'proxy-refused'],
    [3, 'proxy-target-unreachable'],
    [4, 'proxy-target-unreachable'],
    [5, 'proxy-target-unreachable'],
    [6, 'proxy-target-unreachable'],
    [7, 'proxy-refused'],
    [8, 'proxy-refused'],
    [9, 'proxy-protocol'],
    [255, 'proxy-protocol'],
  ])('reply code %i is %s', async (code, outcome) => {
    const request = `\x05${String.fromCharCode(code)}\x00\x01\0\0\0\0\0\0`;
    const result = await play('socks5h', socksThen(silence, { request }));
    expect(result).toMatchObject({ outcome, stage: 'proxy' });
    expect(result.failure?.proxy).toMatchObject({ step: 'open', socksReply: code });
  });

  test('user name and password are sent as RFC 1929 has them', async () => {
    const result = await play('socks5h', socksThen(good, { method: '\x05\x02' }), LOGIN);
    expect(result.outcome).toBe('accepted');
    expect(peer.received.plain).toContain('\x05\x02\x00\x02');
    expect(peer.received.plain).toContain('\x01\x06worker\x0fproxy secret 42');
  });

  test.each<[string, Partial<RawAccount>, Parameters<typeof socksThen>[1], object]>([
    ['wants a login that is not given', {}, { method: '\x05\xff' }, { hasLogin: false }],
    ['chooses a login that was not offered', {}, { method: '\x05\x02' }, { hasLogin: false }],
    ['rejects the login', LOGIN, { method: '\x05\x02', login: '\x01\x01' }, { hasLogin: true }],
    [
      'wants another kind of login',
      LOGIN,
      { method: '\x05\xff' },
      { hasLogin: true, wantsOtherLogin: true },
    ],
    ['wants Kerberos', {}, { method: '\x05\x01' }, { wantsOtherLogin: true }],
  ])('a proxy that %s', async (_, inputs, replies, known) => {
    const result = await play('socks5h', socksThen(silence, replies), inputs);
    expect(result).toMatchObject({ outcome: 'proxy-authentication', stage: 'proxy' });
    expect(result.failure?.proxy).toMatchObject({ step: 'login', ...known });
  });

  test.each<[string, Parameters<typeof socksThen>[1]]>([
    ['an address of a kind that does not exist', { request: '\x05\x00\x00\x07\0\0\0\0\0\0' }],
    ['another version in its last reply', { request: '\x04\x00\x00\x01\0\0\0\0\0\0' }],
    ['a reply that was not asked for yet', { method: `\x05\x00${GRANTED}` }],
  ])('a proxy that sends %s is none', async (_, replies) => {
    const result = await play('socks5h', socksThen(silence, replies));
    expect(result).toMatchObject({ outcome: 'proxy-protocol', stage: 'proxy' });
  });

  test.each([
    ['a host name', '\x05\x00\x00\x03\x04host\x00\x19'],
    ['an IPv6 address', `\x05\x00\x00\x04${'\0'.repeat(18)}`],
  ])('%s in the last reply is read to its end', async (_, request) => {
    const result = await play('socks5h', socksThen(good, { request }));
    expect(result.outcome).toBe('accepted');
  });

  test('bytes that come one by one are put together', async () => {
    const result = await play('socks5h', async (connection, index) => {
      await connection.bytes(3);
      await connection.drip('\x05\x00', 20);
      await connection.bytes(5 + 'mail.example.test'.length + 2);
      await connection.drip(GRANTED, 10);
      return good(connection, index);
    });
    expect(result.outcome).toBe('accepted');
  });
});

describe('whatever a proxy sends', () => {
  const bytes = fc
    .array(
      fc.oneof(
        fc.constantFrom('\x05\x00', '\x05\x02', '\x01\x00', GRANTED, ESTABLISHED, '235 ok\r\n'),
        fc.string({ maxLength: 8 }).map((text) => Buffer.from(text, 'utf8').toString('latin1')),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''));
  const cuts = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 8 });

  test.each<Kind>(['socks5h', 'http'])(
    'in whatever pieces, %s is no login and ends in time',
    async (kind) => {
      const property = fc.asyncProperty(bytes, cuts, async (text, sizes) => {
        const result = await play(
          kind,
          async (connection) => {
            let rest = text;
            for (const size of sizes) {
              connection.send(rest.slice(0, size));
              rest = rest.slice(size);
              await new Promise((resolve) => setImmediate(resolve));
            }
            connection.send(rest);
            connection.end();
          },
          { ...LOGIN, timeout: '2' },
        );
        restore();
        await peer.close();
        expect(result.acceptance).toBeUndefined();
        expect(result.credentialSent).toBe(false);
        expect(result.stage === 'proxy').toBe(result.outcome.startsWith('proxy-'));
        expect(peer.received.plain).not.toContain('correct horse');
      });
      await fc.assert(property, { numRuns: 60 });
    },
  );
});

describe('HTTP', () => {
  test.each<[number, string]>([
    [403, 'proxy-refused'],
    [405, 'proxy-refused'],
    [500, 'proxy-target-unreachable'],
    [502, 'proxy-target-unreachable'],
    [503, 'proxy-target-unreachable'],
    [504, 'proxy-target-unreachable'],
    [407, 'proxy-authentication'],
    [401, 'proxy-authentication'],
    [100, 'proxy-protocol'],
    [301, 'proxy-protocol'],
    [400, 'proxy-protocol'],
    [404, 'proxy-protocol'],
    [999, 'proxy-protocol'],
  ])('status %i is %s', async (status, outcome) => {
    const reply = `HTTP/1.1 ${status} Something\r\nContent-Length: 3\r\n\r\nno\n`;
    const result = await play('http', connectThen(silence, reply));
    expect(result).toMatchObject({ outcome, stage: 'proxy' });
    expect(result.failure?.proxy?.status).toBe(status);
  });

  test('user name and password are sent as RFC 7617 has them', async () => {
    const result = await play('http', connectThen(good), LOGIN);
    expect(result.outcome).toBe('accepted');
    const pair = Buffer.from('worker:proxy secret 42').toString('base64');
    expect(peer.received.plain).toContain(`proxy-authorization: Basic ${pair}\r\n`);
    expect(peer.received.plain).toContain('CONNECT mail.example.test:587 HTTP/1.1\r\n');
  });

  test('a proxy that offers only other ways of logging in', async () => {
    const reply =
      'HTTP/1.1 407 No\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n\r\n';
    const result = await play('http', connectThen(silence, reply), LOGIN);
    expect(result.failure?.proxy).toMatchObject({ hasLogin: true, wantsOtherLogin: true });
  });

  test('headers without end are given up', async () => {
    const result = await play('http', async (connection) => {
      await connection.line();
      connection.send(`HTTP/1.1 200 ok\r\n${'X-A: bbbbbbbbbbbbbbbbbbbbbbbbbbbb\r\n'.repeat(300)}`);
      return silence(connection, 0);
    });
    expect(result.outcome).toBe('proxy-protocol');
  });

  test.each(['\x05\x00', 'garbage\r\n\r\n', 'HTTP/1.1 \r\n\r\n', '\0\0\0\0'])(
    'a reply that is not HTTP: %j',
    async (reply) => {
      const result = await play('http', connectThen(silence, reply));
      expect(result).toMatchObject({ outcome: 'proxy-protocol', stage: 'proxy' });
    },
  );
});
