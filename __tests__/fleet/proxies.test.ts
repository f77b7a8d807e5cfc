import { checkAll } from '../../src/fleet/check-all.ts';
import { ACCOUNT_DEFAULTS, type RawAccount } from '../../src/inputs/names.ts';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import type { PlanItem } from '../../src/model/plan-item.ts';
import { Secrets } from '../../src/safety/secrets.ts';
import { type Peer, type Script, startPeer } from '../support/peer.ts';
import { connectThen, silence, socksThen } from '../support/proxies.ts';
import { cleartextScript, loginThen } from '../support/scripts.ts';

let peer: Peer;

afterEach(() => peer.close());

const accepting = cleartextScript(loginThen('235 2.7.0 ok\r\n'));

/** Accounts of one host each, through the proxy that the peer is. */
function accounts(count: number, inputs: Partial<RawAccount> = {}): PlanItem[] {
  return Array.from({ length: count }, (_, n) => ({
    kind: 'account',
    account: parseAccount({
      ...ACCOUNT_DEFAULTS,
      host: `mail${n}.example.test`,
      proxy: `http://127.0.0.1:${peer.port}`,
      starttls: 'never',
      'allow-cleartext-auth': 'true',
      username: `user${n}@example.test`,
      password: 'correct horse battery',
      timeout: '5',
      retries: '0',
      ...inputs,
    }),
  }));
}

async function run(items: readonly PlanItem[]): Promise<Checked[]> {
  const { signal } = new AbortController();
  const limits = { maxParallel: 1, maxPerHost: 1, gapMs: 0 };
  return checkAll(items, { ...limits, environment: {}, signal, secrets: new Secrets() });
}

const causes = (results: readonly Checked[]): string[] =>
  results.map(({ diagnosis }) => diagnosis.cause);

test('a login that a proxy rejected is not shown to it again', async () => {
  peer = await startPeer(connectThen(silence, 'HTTP/1.1 407 No\r\n\r\n'));
  const results = await run(accounts(5, { 'proxy-username': 'w', 'proxy-password': 'wrong pw' }));
  expect(peer.connections).toHaveLength(1);
  expect(causes(results)).toEqual(Array(5).fill('proxy-authentication'));
  expect(results[4]?.skipped).toMatchObject({ reason: 'proxy-fails', verdict: 'config' });
  expect(results[4]?.diagnosis.meaning).toMatch(/^Skipped: the proxy failed for other accounts/);
});

test('another login at the same proxy is tried', async () => {
  peer = await startPeer(connectThen(silence, 'HTTP/1.1 407 No\r\n\r\n'));
  const wrong = accounts(2, { 'proxy-username': 'w', 'proxy-password': 'wrong pw' });
  const other = accounts(2, { 'proxy-username': 'w', 'proxy-password': 'other pw' });
  await run([...wrong, ...other]);
  expect(peer.connections).toHaveLength(2);
});

test('a proxy that does not speak like one is left alone after three accounts', async () => {
  peer = await startPeer(connectThen(silence, 'garbage\r\n\r\n'));
  const results = await run(accounts(6));
  expect(peer.connections).toHaveLength(3);
  expect(results[5]?.skipped?.reason).toBe('proxy-fails');
});

test('a proxy that cannot reach some hosts is used for the others', async () => {
  const unreachable = connectThen(silence, 'HTTP/1.1 503 No\r\n\r\n');
  const script: Script = (connection, index) =>
    (index < 4 ? unreachable : connectThen(accepting))(connection, index);
  peer = await startPeer(script);
  const results = await run(accounts(6));
  expect(causes(results)).toEqual([
    ...Array<string>(4).fill('proxy-target-unreachable'),
    'none',
    'none',
  ]);
});

test('a host that a proxy cannot reach is left alone through this proxy only', async () => {
  const unreachable = socksThen(silence, { request: '\x05\x04\x00\x01\0\0\0\0\0\0' });
  const script: Script = (connection, index) =>
    (index < 3 ? unreachable : connectThen(accepting))(connection, index);
  peer = await startPeer(script);
  const host = 'mail.example.test';
  const socks = accounts(5, { host, proxy: `socks5h://127.0.0.1:${peer.port}` });
  const results = await run([...socks, ...accounts(1, { host })]);
  expect(results[4]?.skipped?.reason).toBe('host-silent');
  expect(causes(results).at(-1)).toBe('none');
});
