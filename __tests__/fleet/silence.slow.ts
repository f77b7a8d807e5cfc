import { checkAll } from '../../src/fleet/check-all.ts';
import { Silence } from '../../src/fleet/hosts.ts';
import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import { parseAccount } from '../../src/inputs/account.ts';
import { wordResult } from '../../src/report/wording.ts';
import type { Account } from '../../src/model/account.ts';
import type { Result } from '../../src/model/result.ts';
import { type Farm, startFarm } from '../support/farm.ts';
import { makeResult } from '../support/fleet-results.ts';

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

async function run(items: readonly Account[]): Promise<Result[]> {
  const signal = new AbortController().signal;
  // The gap would make the accounts that are not tried last long if they waited for it.
  return checkAll(items, { maxParallel: 10, maxPerHost: 2, gapMs: 50, signal });
}

const tried = (results: readonly Result[]): number =>
  results.filter(({ stages }) => stages.length > 0).length;

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
  expect(new Set(results.map(({ verdict }) => verdict))).toEqual(new Set(['timeout']));
  const { serverSaid, meaning, cause } = wordResult(results[199] as Result);
  expect(cause).toBe('timed-out');
  expect(serverSaid).toContain('Not tried, because the server did not answer other accounts');
  expect(meaning).toContain('says nothing about the user name or password');
});

test('where nothing listens at a port, the other port of the host is not concerned', async () => {
  const { address, port } = farm.host(0);
  const closed = accounts(40, address, await closedPort());
  const results = await run([...closed, ...accounts(8, address, port, 'other')]);
  expect(tried(results.slice(0, 40))).toBeLessThanOrEqual(4);
  expect(new Set(results.slice(0, 40).map(({ trouble }) => trouble?.problem))).toEqual(
    new Set(['connection-refused']),
  );
  expect(results.slice(40).map(({ verdict }) => verdict)).toEqual(Array(8).fill('accepted'));
});

test('a name that leads nowhere is looked up a few times', async () => {
  const results = await run(accounts(100, 'nowhere.invalid', 587));
  expect(tried(results)).toBeLessThanOrEqual(4);
  expect(new Set(results.map(({ verdict }) => verdict))).toEqual(new Set(['unreachable']));
});

describe('what is counted', () => {
  const account = accounts(1, 'smtp.example.com', 587)[0] as Account;
  const silent = { ...makeResult({ problem: 'timed-out' }), stage: 'connect' } as const;
  const answered = { ...makeResult(), banner: 'ready' };
  const noted = (results: readonly Result[]): Result | undefined => {
    const silence = new Silence();
    for (const result of results) silence.note(result);
    return silence.reasonToSpare(account);
  };
  const times = (count: number, result: Result): Result[] => Array<Result>(count).fill(result);

  test('three in a row are enough where no answer ever came', () => {
    expect(noted(times(2, silent))).toBeUndefined();
    expect(noted(times(3, silent))).toBe(silent);
  });

  test('a server that once answered gets more patience, and an answer ends the row', () => {
    expect(noted([answered, ...times(9, silent)])).toBeUndefined();
    expect(noted([answered, ...times(10, silent)])).toBe(silent);
    expect(noted([...times(2, silent), answered, ...times(9, silent)])).toBeUndefined();
  });

  test.each<[string, Result]>([
    ['a refusal in the greeting', makeResult({ problem: 'service-refused', reply: '554 no' })],
    ['silence after the greeting', { ...silent, banner: 'ready' }],
    ['a token endpoint that is down', { ...silent, stage: 'token' }],
    ['an account that was cancelled', { ...silent, verdict: 'cancelled' }],
    ['a certificate that nobody vouches for', makeResult({ problem: 'certificate-unknown-ca' })],
  ])('%s is no silence of the server', (_name, result) => {
    expect(noted(times(20, result))).toBeUndefined();
  });
});
