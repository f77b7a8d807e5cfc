import { Secrets } from '../../src/safety/secrets.ts';
import { checkAll } from '../../src/fleet/check-all.ts';
import { Hosts } from '../../src/fleet/hosts.ts';
import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import { wordResult } from '../../src/report/wording.ts';
import type { Account } from '../../src/model/account.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import type { Skipped } from '../../src/model/observation.ts';
import type { PlanItem } from '../../src/model/plan-item.ts';
import { type Farm, startFarm } from '../support/farm.ts';
import { makeResult } from '../support/fleet-results.ts';
import { redacted } from '../support/results.ts';

const OK = '235 2.7.0 ok';
let farm: Farm;

beforeEach(async () => {
  farm = await startFarm([
    { address: '127.0.0.2', answer: () => OK },
    { address: '127.0.0.3', answer: () => OK, isSilent: true },
  ]);
});

afterEach(async () => {
  await farm.close();
});

function accounts(count: number, host: string, port: number, prefix = 'user'): Account[] {
  return Array.from({ length: count }, (_, n) =>
    parseAccount({
      ...ACCOUNT_DEFAULTS,
      ...{ host, port: String(port), starttls: 'never', 'allow-cleartext-auth': 'true' },
      ...{ username: `${prefix}${n}`, password: 'correct horse battery' },
      ...{ timeout: '1', retries: '0' },
    }),
  );
}

// The gap would make the accounts that are not tried last long if they waited for it.
const LIMITS = { maxParallel: 10, maxPerHost: 2, gapMs: 50 };

async function run(given: readonly Account[]): Promise<Checked[]> {
  const { signal } = new AbortController();
  const items = given.map((account): PlanItem => ({ kind: 'account', account }));
  return checkAll(items, { ...LIMITS, environment: {}, signal, secrets: new Secrets() });
}

const tried = (results: readonly Checked[]): number =>
  results.filter(({ stages }) => stages.length > 0).length;

const verdicts = (results: readonly Checked[]): Set<string> =>
  new Set(results.map(({ diagnosis }) => diagnosis.verdict));

/** A port at which nothing listens any more. */
async function closedPort(): Promise<number> {
  const gone = await startFarm([{ address: '127.0.0.2', answer: () => OK }]);
  await gone.close();
  return gone.host(0).port;
}

test('a silent server keeps three or four accounts waiting, and the others are named as not tried', async () => {
  const { address, port, connectedAt } = farm.host(1);
  const startedAt = performance.now();
  const results = await run(accounts(200, address, port));
  expect(performance.now() - startedAt).toBeLessThan(4000);
  expect(connectedAt.length).toBeLessThanOrEqual(4);
  expect(tried(results)).toBe(connectedAt.length);
  expect(verdicts(results)).toEqual(new Set(['timeout']));
  const { meaning, cause } = wordResult(results[199] as Checked);
  expect(cause).toBe('timed-out');
  expect(results[199]?.skipped?.reason).toBe('host-silent');
  expect(meaning).toContain('did not respond to several accounts');
  expect(meaning).toContain('Nothing is known about this credential');
});

test('where nothing listens at a port, the other port of the host is not concerned', async () => {
  const { address, port } = farm.host(0);
  const closed = accounts(40, address, await closedPort());
  const results = await run([...closed, ...accounts(8, address, port, 'other')]);
  expect(tried(results.slice(0, 40))).toBeLessThanOrEqual(4);
  const causes = results.slice(0, 40).map(({ diagnosis }) => diagnosis.cause);
  expect(new Set(causes)).toEqual(new Set(['connection-refused']));
  expect(verdicts(results.slice(40))).toEqual(new Set(['accepted']));
});

test('a name that leads nowhere is looked up a few times', async () => {
  const results = await run(accounts(100, 'nowhere.invalid', 587));
  expect(tried(results)).toBeLessThanOrEqual(4);
  expect(verdicts(results)).toEqual(new Set(['unreachable']));
});

describe('what is counted', () => {
  const account = accounts(1, 'smtp.example.com', 587)[0] as Account;
  const atConnect = { stage: 'connect', stages: [] } as const;
  const { banner: _, ...silent } = { ...makeResult({ problem: 'timed-out' }), ...atConnect };
  const answered = makeResult();
  const noted = (results: readonly Checked[]): Skipped | undefined => {
    const hosts = new Hosts([{ account }], LIMITS);
    for (const result of results) hosts.conclude(account, result);
    return hosts.reasonToSkip(account);
  };
  const times = (count: number, result: Checked): Checked[] => Array<Checked>(count).fill(result);
  const reason = { reason: 'host-silent', verdict: 'timeout', cause: 'timed-out' };

  test('three in a row are enough where no answer ever came', () => {
    expect(noted(times(2, silent))).toBeUndefined();
    expect(noted(times(3, silent))).toMatchObject(reason);
  });

  test('a server that once answered gets more patience, and an answer ends the row', () => {
    expect(noted([answered, ...times(9, silent)])).toBeUndefined();
    expect(noted([answered, ...times(10, silent)])).toMatchObject(reason);
    expect(noted([...times(2, silent), answered, ...times(9, silent)])).toBeUndefined();
  });

  test.each<[string, Checked]>([
    ['a refusal', makeResult({ reply: '554 no' })],
    ['silence after the greeting', { ...silent, banner: redacted('ready') }],
    ['a token endpoint that is down', { ...silent, stage: 'token' }],
    ['an account that was cancelled', makeResult({ problem: 'cancelled' })],
    ['a certificate of an unknown authority', makeResult({ problem: 'certificate-unknown-ca' })],
  ])('%s is not silence of the server', (_name, result) => {
    expect(noted(times(20, result))).toBeUndefined();
  });
});
