import { checkAll, type FleetOptions } from '../../src/fleet/check-all.ts';
import type { Account } from '../../src/model/account.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import type { PlanItem } from '../../src/model/plan-item.ts';
import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import { Secrets } from '../../src/safety/secrets.ts';
import { type Farm, type HostPlan, startFarm } from '../support/farm.ts';

const OK = '235 2.7.0 ok';
let farm: Farm;

afterEach(async () => {
  await farm.close();
});

function account(index: number, username: string, more: Record<string, string> = {}): PlanItem {
  return { kind: 'account', account: accountOf(index, username, more) };
}

function accountOf(index: number, username: string, more: Record<string, string> = {}): Account {
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

function fleet(more: Partial<FleetOptions> = {}): FleetOptions {
  const { signal } = new AbortController();
  return {
    maxParallel: 10,
    maxPerHost: 4,
    gapMs: 0,
    environment: {},
    signal,
    secrets: new Secrets(),
    ...more,
  };
}

async function run(
  items: readonly PlanItem[],
  more: Partial<FleetOptions> = {},
): Promise<Checked[]> {
  return checkAll(items, fleet(more));
}

const verdicts = (results: readonly Checked[]): string[] =>
  results.map(({ diagnosis }) => diagnosis.verdict);
const users = (count: number, prefix = 'user'): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

test('results come in the order of the list, whatever finishes first', async () => {
  farm = await startFarm([
    plan(1, () => OK, { delayMs: 120 }),
    plan(2, () => '535 5.7.8 no', { delayMs: 1 }),
  ]);
  const items = [account(0, 'slow'), account(1, 'a'), account(0, 'slower'), account(1, 'b')];
  const order: number[] = [];
  const results = await checkAll(items, fleet(), (_result, { position }) => order.push(position));
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
  expect(starts).toHaveLength(5);
  // As a whole, since a busy machine may see one connection late; pacer.test.ts holds each gap.
  expect((starts[4] ?? NaN) - (starts[0] ?? NaN)).toBeGreaterThan(4 * 40);
});

describe.each([
  ['closes the service', '421 4.3.2 closing', 'temporary-failure'],
  ['speaks of too many logins', '454 4.7.0 Too many login attempts', 'throttled'],
  ['speaks of a throttle under 451', '451 4.7.1 too many logins, slow down', 'throttled'],
  ['speaks of too many logins under 535', '535 too many failed logins', 'throttled'],
])('a host that %s', (_name, reply, cause) => {
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
    const causes = throttled.slice(2).map(({ diagnosis }) => diagnosis.cause);
    expect(new Set(causes)).toEqual(new Set([cause]));
    expect(throttled[11]).toMatchObject({ authSent: false, skipped: { reason: 'host-throttles' } });
    expect(throttled[11]?.skipped?.said).toContain(reply.slice(0, 3));
    expect(verdicts(results.filter((_result, index) => index % 2 === 1))).toEqual(
      users(12).map(() => 'accepted'),
    );
  });
});

describe('only true throttling leaves a host alone', () => {
  test.each([
    ['a 454 about one credential', '454 4.7.0 invalid username or password'],
    ['a 454 about a switch', '454 Authentication failed, please open smtp flag first!'],
    ['a 535', '535 5.7.8 no'],
    ['a password transition', '432 4.7.12 a password transition is needed'],
    ['a locked account', '535 5.7.1 Your account has been suspended'],
    ['a quota', '535 5.7.0 The email limit is reached'],
    ['a failed backend', '454 4.7.0 Temporary authentication failure'],
  ])('%s does not blind the other accounts', async (_name, reply) => {
    farm = await startFarm([plan(1, (user) => (user === 'user0' ? reply : OK))]);
    const items = users(4).map((name) => account(0, name, { retries: '0' }));
    const results = await run(items, { maxPerHost: 1 });
    expect(farm.host(0).auths).toEqual(['user0', 'user1', 'user2', 'user3']);
    expect(verdicts(results).slice(1)).toEqual(['accepted', 'accepted', 'accepted']);
  });
});

describe('what is tried again', () => {
  test.each([
    ['454 4.7.0 Temporary authentication failure', 2],
    ['451 4.3.0 Local error', 2],
    ['421 4.3.2 closing', 2],
    ['454 4.7.0 invalid username or password', 1],
    ['454 Authentication failed, please open smtp flag first!', 1],
    ['454 4.7.0 Too many login attempts', 1],
    ['454 4.7.0 Temporary failure of this password', 2],
    ['454 4.7.0 Temporarily wrong password', 1],
    ['535 5.7.8 no', 1],
    ['550 5.7.1 no', 1],
    ['501 5.5.4 no', 1],
  ])('after %s there are %i logins', async (reply, count) => {
    farm = await startFarm([plan(1, (_user, nth) => (nth === 1 ? reply : OK))]);
    const [result] = await run([account(0, 'only', { timeout: '10' })]);
    expect(farm.host(0).auths).toHaveLength(count);
    expect(result?.earlierAttempts).toHaveLength(count - 1);
    expect(result?.diagnosis.verdict === 'accepted').toBe(count === 2);
  });
});

test('a login that is the only one at its host is tried again after 454', async () => {
  farm = await startFarm([plan(1, (_user, nth) => (nth === 1 ? '454 4.7.0 later' : OK))]);
  const [result] = await run([account(0, 'only')]);
  expect(result?.diagnosis.verdict).toBe('accepted');
  expect(result?.earlierAttempts).toHaveLength(1);
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
  const options = fleet({ maxParallel: 1, maxPerHost: 1 });
  await checkAll(items, options, ({ diagnosis }) => order.push(diagnosis.verdict));
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
  await checkAll(items, fleet({ maxParallel: 3, maxPerHost: 2 }), ({ diagnosis }) => {
    if (diagnosis.verdict === 'accepted') lastGoodMs = performance.now() - startedAt;
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
  const options = fleet({ maxPerHost: 2, gapMs: 60_000, signal: cancel.signal });
  const startedAt = performance.now();
  const results = await checkAll(items, options, ({ diagnosis }) => {
    if (diagnosis.verdict === 'accepted') cancel.abort();
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
  const broken: PlanItem = {
    kind: 'account',
    account: { ...accountOf(0, 'broken'), ehloName },
  };
  const faults: unknown[] = [];
  const results = await run([account(0, 'a'), broken, account(0, 'b')], {
    onFault: (error) => faults.push(error),
  });
  expect(verdicts(results)).toEqual(['accepted', 'config', 'accepted']);
  expect(results[1]?.failure).toEqual({ problem: 'internal-error', detail: 'Error' });
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
