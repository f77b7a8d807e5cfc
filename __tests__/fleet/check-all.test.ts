import { checkAll, type FleetOptions } from '../../src/fleet/check-all.ts';
import type { Account } from '../../src/model/account.ts';
import type { Result } from '../../src/model/result.ts';
import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import { parseAccount } from '../../src/inputs/account.ts';
import { type Farm, type HostPlan, startFarm } from '../support/farm.ts';

const OK = '235 2.7.0 ok';
let farm: Farm;

afterEach(async () => {
  await farm.close();
});

function account(index: number, username: string, more: Record<string, string> = {}): Account {
  const host = farm.host(index);
  return parseAccount({
    ...ACCOUNT_DEFAULTS,
    host: host.address,
    port: String(host.port),
    starttls: 'never',
    'allow-cleartext-auth': 'true',
    username,
    password: 'correct horse battery',
    ...more,
  });
}

/** Hosts are told apart by name; each has a port of its own. macOS answers on no further address of 127.0.0.0/8. */
const ADDRESSES = ['127.0.0.1', 'localhost', '::1'];

function plan(number: number, answer: HostPlan['answer'], more: Partial<HostPlan> = {}): HostPlan {
  return { address: ADDRESSES[number - 1] ?? '', answer, delayMs: 5, ...more };
}

async function run(
  items: readonly (Account | Result)[],
  more: Partial<FleetOptions> = {},
): Promise<Result[]> {
  const signal = new AbortController().signal;
  return checkAll(items, { maxParallel: 10, maxPerHost: 4, gapMs: 0, signal, ...more });
}

const verdicts = (results: readonly Result[]): string[] => results.map(({ verdict }) => verdict);
const users = (count: number, prefix = 'user'): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

test('results come in the order of the list, whatever finishes first', async () => {
  farm = await startFarm([
    plan(1, () => OK, { delayMs: 120 }),
    plan(2, () => '535 5.7.8 no', { delayMs: 1 }),
  ]);
  const items = [account(0, 'slow'), account(1, 'a'), account(0, 'slower'), account(1, 'b')];
  const order: number[] = [];
  const signal = new AbortController().signal;
  const options = { maxParallel: 10, maxPerHost: 4, gapMs: 0, signal };
  const results = await checkAll(items, options, (_result, { position }) => order.push(position));
  expect(results.map(({ account: { username } }) => username)).toEqual([
    'slow',
    'a',
    'slower',
    'b',
  ]);
  expect(verdicts(results)).toEqual(['accepted', 'rejected', 'accepted', 'rejected']);
  expect(order.slice(0, 2).sort()).toEqual([1, 3]);
});

test('no host sees more logins at once than its limit, nor the run more than its own', async () => {
  farm = await startFarm([plan(1, () => OK, { delayMs: 20 }), plan(2, () => OK, { delayMs: 20 })]);
  const items = users(20).flatMap((name) => [account(0, name), account(1, name)]);
  await run(items, { maxPerHost: 3, maxParallel: 5 });
  const peaks = farm.hosts.map(({ peak }) => peak);
  expect(Math.max(...peaks)).toBeLessThanOrEqual(3);
  expect(Math.min(...peaks)).toBeGreaterThan(1);
});

test('a gap lies between the starts of two logins at one host', async () => {
  farm = await startFarm([plan(1, () => OK)]);
  await run(
    users(5).map((name) => account(0, name)),
    { gapMs: 60 },
  );
  const starts = farm.host(0).connectedAt;
  const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? NaN));
  expect(gaps).toHaveLength(4);
  expect(Math.min(...gaps)).toBeGreaterThan(40);
});

describe.each([
  ['421', '421 4.3.2 closing'],
  ['432', '432 4.7.12 a password transition is needed'],
  ['454', '454 4.7.0 temporary authentication failure'],
  ['a throttling text', '451 4.7.1 too many logins, slow down'],
])('a host that answers %s', (_name, reply) => {
  test('is left alone: the rest is temporary with that cause and sees no AUTH', async () => {
    farm = await startFarm([plan(1, (_user, nth) => (nth < 3 ? OK : reply)), plan(2, () => OK)]);
    const items = users(12).flatMap((name) => [account(0, name), account(1, name)]);
    const results = await run(items, { maxPerHost: 1 });
    const throttled = results.filter((_result, index) => index % 2 === 0);
    expect(farm.host(0).auths).toEqual(['user0', 'user1', 'user2']);
    expect(verdicts(throttled)).toEqual([
      ...users(2).map(() => 'accepted'),
      ...users(10).map(() => 'temporary'),
    ]);
    const cause = throttled[2]?.trouble?.problem;
    expect(new Set(throttled.slice(3).map(({ trouble }) => trouble?.problem))).toEqual(
      new Set([cause]),
    );
    expect(throttled[11]?.trouble?.detail).toContain(reply.slice(0, 3));
    expect(throttled[11]?.authSent).toBe(false);
    expect(verdicts(results.filter((_result, index) => index % 2 === 1))).toEqual(
      users(12).map(() => 'accepted'),
    );
  });
});

test('a login that is the only one at its host is tried again after 454', async () => {
  farm = await startFarm([plan(1, (_user, nth) => (nth === 1 ? '454 4.7.0 later' : OK))]);
  const [result] = await run([account(0, 'only')]);
  expect(result?.verdict).toBe('accepted');
  expect(result?.earlierTries).toHaveLength(1);
});

test.each(['user0', 'user2'])(
  'logins under way when a host asks %s to leave it alone finish, and are not retried',
  async (throttled) => {
    const answer = (user: string): string =>
      user === throttled ? '421 4.3.2 closing' : '451 4.3.0 local error';
    farm = await startFarm([plan(1, answer, { delayMs: 30 })]);
    const results = await run(
      users(6).map((name) => account(0, name)),
      { maxPerHost: 3 },
    );
    expect([...farm.host(0).auths].sort()).toEqual(['user0', 'user1', 'user2']);
    expect(verdicts(results)).toEqual(users(6).map(() => 'temporary'));
  },
);

test('one check at a time is one, whatever the hosts would allow', async () => {
  farm = await startFarm([plan(1, () => OK, { delayMs: 20 })]);
  await run(
    users(6).map((name) => account(0, name)),
    { maxParallel: 1 },
  );
  expect(farm.host(0).peak).toBe(1);
});

test('hosts that hang wait until those that answer are done', async () => {
  farm = await startFarm([
    plan(1, () => OK, { isSilent: true }),
    plan(2, () => OK, { isSilent: true }),
    plan(3, () => OK),
  ]);
  const items = users(4).flatMap((name) =>
    [0, 1, 2].map((host) => account(host, name, { timeout: '0.5', retries: '0' })),
  );
  const order: string[] = [];
  const signal = new AbortController().signal;
  const options = { maxParallel: 1, maxPerHost: 1, gapMs: 0, signal };
  await checkAll(items, options, ({ verdict }) => order.push(verdict));
  expect(order.slice(2, 6)).toEqual(users(4).map(() => 'accepted'));
});

test('hosts that hang do not delay those that answer', async () => {
  farm = await startFarm([
    plan(1, () => OK, { isSilent: true }),
    plan(2, () => OK, { isSilent: true }),
    plan(3, () => OK),
  ]);
  const items = users(4).flatMap((name) =>
    [0, 1, 2].map((host) => account(host, name, { timeout: '1', retries: '0' })),
  );
  let lastGoodMs = 0;
  const startedAt = performance.now();
  const signal = new AbortController().signal;
  await checkAll(items, { maxParallel: 3, maxPerHost: 2, gapMs: 0, signal }, ({ verdict }) => {
    if (verdict === 'accepted') lastGoodMs = performance.now() - startedAt;
  });
  expect(lastGoodMs).toBeLessThan(900);
});

test("an account's time begins when its turn comes", async () => {
  farm = await startFarm([plan(1, () => OK, { delayMs: 150 })]);
  const items = users(8).map((name) => account(0, name, { timeout: '0.6', retries: '0' }));
  const results = await run(items, { maxPerHost: 1 });
  expect(verdicts(results)).toEqual(users(8).map(() => 'accepted'));
});

test('equal logins are checked once and answered for each, by what each expects', async () => {
  farm = await startFarm([plan(1, () => '535 5.7.8 no')]);
  const results = await run([
    account(0, 'same'),
    account(0, 'other'),
    account(0, 'same', { expect: 'rejected', timeout: '9' }),
    account(0, 'same', { password: 'another one' }),
  ]);
  expect([...farm.host(0).auths].sort()).toEqual(['other', 'same', 'same']);
  expect(results.map(({ account: { expect: wanted } }) => wanted)).toEqual([
    'accepted',
    'accepted',
    'rejected',
    'accepted',
  ]);
  expect(verdicts(results)).toEqual(users(4).map(() => 'rejected'));
});

test('an abort ends what runs and names what was not tried', async () => {
  farm = await startFarm([plan(1, (user) => (user === 'user0' ? OK : undefined))]);
  const cancel = new AbortController();
  const items = users(6).map((name) => account(0, name));
  const options = { maxParallel: 10, maxPerHost: 2, gapMs: 60_000, signal: cancel.signal };
  const startedAt = performance.now();
  const results = await checkAll(items, options, ({ verdict }) => {
    if (verdict === 'accepted') cancel.abort();
  });
  expect(verdicts(results)).toEqual(['accepted', ...users(5).map(() => 'cancelled')]);
  expect(farm.host(0).connectedAt).toHaveLength(1);
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

test("an exception inside one check is that account's result and no other's", async () => {
  farm = await startFarm([plan(1, () => OK)]);
  const ehloName = {
    toString(): string {
      throw new Error('a fault');
    },
  } as unknown as string;
  const broken: Account = { ...account(0, 'broken'), ehloName };
  const faults: unknown[] = [];
  const results = await run([account(0, 'a'), broken, account(0, 'b')], {
    onFault: (error) => faults.push(error),
  });
  expect(verdicts(results)).toEqual(['accepted', 'config', 'accepted']);
  expect(results[1]?.trouble).toEqual({ problem: 'internal-error', detail: 'Error' });
  expect(faults).toHaveLength(1);
});

test('a list gives back no transcript, a single account does', async () => {
  farm = await startFarm([plan(1, () => `535 5.7.8 ${'no '.repeat(2000)}`)]);
  const [single] = await run([account(0, 'a')]);
  const [first] = await run([account(0, 'a'), account(0, 'b')]);
  expect(single?.transcript.length).toBeGreaterThan(3);
  expect(first?.transcript).toEqual([]);
  expect(first?.reply?.lines.join('').length).toBeLessThanOrEqual(1000);
});
