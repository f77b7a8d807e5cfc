import { getEventListeners } from 'node:events';
import type { RawAccount } from '../../src/inputs/names.ts';
import type { Account } from '../../src/model/account.ts';
import type { AccessToken } from '../../src/model/token-facts.ts';
import { REDACTED } from '../../src/safety/redact.ts';
import { Secrets } from '../../src/safety/secrets.ts';
import { check, type CheckOptions } from '../../src/smtp/check.ts';
import { accountAt } from '../support/account.ts';
import { createLocalhost, issue } from '../support/certificates.ts';
import { type Ended, ended } from '../support/outcome.ts';
import { type Peer, type Script, startPeer } from '../support/peer.ts';
import { loginThen, startTlsScript, type SubmissionOptions } from '../support/scripts.ts';

const { ca, server } = await createLocalhost();
const PASSWORD = 'correct-horse';
let peer: Peer;

async function play(
  script: Script,
  inputs: Partial<RawAccount> = {},
  options: CheckOptions = {},
  changes: Partial<Account> = {},
): Promise<Ended> {
  peer = await startPeer(script);
  const account = accountAt(peer.port, ca.cert, { password: PASSWORD, ...inputs });
  return ended(await check({ ...account, ...changes }, options));
}

const submission = (options: Partial<SubmissionOptions> = {}): Script =>
  startTlsScript(server, { auth: loginThen('235 2.7.0 ok\r\n'), ...options });

const silent: Script = () => undefined;

afterEach(() => peer.close());

test('a whole login is told stage by stage and line by line, without its secrets', async () => {
  const result = await play(submission());
  expect(result).toMatchObject({
    outcome: 'accepted',
    banner: 'mail.example.test ESMTP',
    offered: ['LOGIN', 'PLAIN'],
    mechanism: 'LOGIN',
    authSent: true,
    credentialSent: true,
    reply: { code: 235, enhanced: '2.7.0' },
    tls: { version: 'TLSv1.3', verified: true },
  });
  expect(result.authBeforeTls).toBeUndefined();
  expect(result.failure).toBeUndefined();
  const address = result.address ?? '';
  expect(address).toMatch(/127\.0\.0\.1$/);
  expect(result.transcript.map(({ speaker, text }) => `${speaker} ${text}`)).toEqual([
    `-- connected to ${address}`,
    'S 220 mail.example.test ESMTP',
    'C EHLO [127.0.0.1]',
    'S 250-mail.example.test',
    'S 250 STARTTLS',
    'C STARTTLS',
    'S 220 2.0.0 Ready to start TLS',
    `-- TLS established: TLSv1.3, ${result.tls?.cipher ?? ''}`,
    'C EHLO [127.0.0.1]',
    'S 250-mail.example.test',
    'S 250 AUTH LOGIN PLAIN',
    'C AUTH LOGIN',
    'S 334 VXNlcm5hbWU6',
    'C [user name]',
    'S 334 UGFzc3dvcmQ6',
    'C [password]',
    'S 235 2.7.0 ok',
  ]);
});

test('each stage begins where the one before ended, and all together take the time of the check', async () => {
  const startedAt = performance.now();
  const { stages, durationMs } = await play(submission());
  expect(durationMs).toBeLessThanOrEqual(performance.now() - startedAt);
  const order = ['connect', 'greeting', 'ehlo', 'starttls', 'tls', 'ehlo', 'auth'];
  expect(stages.map(({ stage }) => stage)).toEqual(order);
  let now = 0;
  for (const { startMs, durationMs: took } of stages) {
    expect(startMs).toBeGreaterThanOrEqual(now);
    expect(took).toBeGreaterThanOrEqual(0);
    now = startMs + took;
  }
  expect(durationMs).toBeGreaterThanOrEqual(now);
});

test('nothing holds the process once the answer is known', async () => {
  const timers = (): number =>
    process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  const { outcome } = await play(submission(), { timeout: '600' });
  expect(outcome).toBe('accepted');
  expect(timers()).toBe(before);
});

test('a server is told goodbye, and its connection is closed', async () => {
  await play(submission());
  const socket = peer.connections[0]?.socket;
  while (socket?.destroyed === false) await new Promise(setImmediate);
  expect(peer.received.tls).toMatch(/\r\nQUIT\r\n$/);
});

test('a name that was given is said in EHLO', async () => {
  const result = await play(submission(), { 'ehlo-name': 'runner.example.test' });
  expect(result.outcome).toBe('accepted');
  expect(peer.received.plain).toContain('EHLO runner.example.test\r\n');
});

test('a server that offers logins before TLS is told of', async () => {
  const plainEhlo = '250-mail.example.test\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n';
  expect((await play(submission({ plainEhlo }))).authBeforeTls).toBe(true);
});

describe('a server that knows the password repeats it', () => {
  test('in its greeting', async () => {
    const result = await play(submission({ greeting: `220 hello ${PASSWORD}\r\n` }));
    expect(result.banner).toBe(`hello ${REDACTED}`);
    expect(JSON.stringify(result)).not.toContain(PASSWORD);
  });

  test('as the name of a mechanism', async () => {
    const tlsEhlo = `250-x\r\n250 AUTH LOGIN ${PASSWORD}\r\n`;
    const result = await play(submission({ tlsEhlo }));
    expect(result.offered).toEqual(['LOGIN', REDACTED]);
  });

  test('in its acceptance', async () => {
    const result = await play(submission({ auth: loginThen(`235 welcome ${PASSWORD}\r\n`) }));
    expect(result.reply?.lines).toEqual([`welcome ${REDACTED}`]);
  });

  test('in bytes that are not a reply', async () => {
    const result = await play(submission({ auth: loginThen(`welcome ${PASSWORD}\r\n`) }));
    expect(result.failure).toEqual({
      problem: 'malformed-reply',
      detail: `welcome ${REDACTED}`,
    });
    expect(result.transcript.at(-1)?.text).toBe(`not a reply: welcome ${REDACTED}`);
  });

  test('in its certificate', async () => {
    const named = await issue(ca, { dnsNames: ['localhost', `${PASSWORD}.example.test`] });
    const script = startTlsScript(named, { auth: loginThen('235 ok\r\n') });
    const result = await play(script);
    expect(result.tls?.names).toEqual(['DNS:localhost', `DNS:${REDACTED}.example.test`]);
  });

  test('as the issuer of its certificate', async () => {
    const named = await issue(undefined, { commonName: PASSWORD, dnsNames: ['localhost'] });
    const script = startTlsScript(named, { auth: loginThen('235 ok\r\n') });
    const result = await play(script, { 'tls-ca': named.cert });
    expect(result.tls?.issuer).toBe(`CN=${REDACTED}`);
  });
});

test('a user name that is the password as well is not shown', async () => {
  const result = await play(submission(), { username: PASSWORD });
  expect(result).toMatchObject({ outcome: 'accepted', account: { username: REDACTED } });
});

test('a server that no longer says what it offers offers nothing', async () => {
  const plainEhlo = '250-mail.example.test\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n';
  const result = await play(submission({ plainEhlo, tlsEhlo: '550 5.7.1 not you\r\n' }));
  expect(result).toMatchObject({
    outcome: 'refused',
    failure: { command: 'EHLO' },
    reply: { code: 550 },
  });
  expect(result.offered).toEqual([]);
});

test('an attempt may have less time than its account', async () => {
  const result = await play(silent, { timeout: '30' }, { timeoutMs: 100 });
  expect(result).toMatchObject({
    outcome: 'timed-out',
    stage: 'greeting',
    offered: [],
    authSent: false,
    credentialSent: false,
  });
  expect(result.failure).toStrictEqual({ problem: 'timed-out' });
  expect(result.durationMs).toBeLessThan(10_000);
});

describe('cancelling', () => {
  test('ends a check where it is', async () => {
    const cancel = new AbortController();
    const script: Script = () => {
      setTimeout(() => {
        cancel.abort();
      }, 20);
      return undefined;
    };
    const result = await play(script, {}, { signal: cancel.signal });
    expect(result).toMatchObject({ outcome: 'cancelled', stage: 'greeting' });
  });

  test('before the start connects to nobody', async () => {
    const result = await play(submission(), {}, { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ outcome: 'cancelled', stage: 'connect' });
    expect(peer.connections).toHaveLength(0);
  });

  test('after the end finds nobody who listens, after thousands of accounts too', async () => {
    const { signal } = new AbortController();
    await play(submission(), {}, { signal });
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

const FRESH: AccessToken = {
  value: 'a-fresh-token',
  isExpired: () => false,
  isStale: () => false,
};

describe('an access token', () => {
  const grant = { kind: 'service-account', issuer: '', privateKey: '', subject: '' } as const;
  const request = {
    endpoint: 'https://login.example.test',
    endpointFrom: 'token-endpoint',
    grant,
  } as const;
  const fetched: Partial<Account> = { credential: { kind: 'token-request', request } };
  const oauth = submission({
    tlsEhlo: '250-x\r\n250 AUTH XOAUTH2\r\n',
    auth: async (connection) => {
      await connection.line();
      connection.send('235 2.7.0 ok\r\n');
      await connection.line();
    },
  });

  test('is fetched before the server is spoken to, and hidden from then on', async () => {
    const learnt: string[] = [];
    const result = await play(
      oauth,
      {},
      {
        obtainToken: () => {
          expect(peer.connections).toHaveLength(0);
          return Promise.resolve(FRESH);
        },
        secrets: new Secrets((secret) => learnt.push(secret)).forAccount([]),
      },
      fetched,
    );
    expect(result).toMatchObject({ outcome: 'accepted', mechanism: 'XOAUTH2' });
    expect(result.stages[0]?.stage).toBe('token');
    expect(result.transcript[0]?.text).toBe('access token fetched');
    expect(learnt).toContain('a-fresh-token');
    const sent = Buffer.from(/AUTH XOAUTH2 (\S+)/.exec(peer.received.tls)?.[1] ?? '', 'base64');
    expect(sent.toString()).toContain('Bearer a-fresh-token');
  });

  test('is not asked for when the time is over', async () => {
    let asked = 0;
    const result = await play(
      oauth,
      {},
      {
        signal: AbortSignal.abort(),
        obtainToken: () => {
          asked += 1;
          return Promise.resolve(FRESH);
        },
      },
      fetched,
    );
    expect(result).toMatchObject({ outcome: 'cancelled', stage: 'token' });
    expect(asked).toBe(0);
  });

  test('that a fault of this program prevents is thrown, not observed', async () => {
    const obtainToken = (): Promise<AccessToken> => Promise.reject(new TypeError('our own fault'));
    await expect(play(oauth, {}, { obtainToken }, fetched)).rejects.toThrow('our own fault');
  });
});
