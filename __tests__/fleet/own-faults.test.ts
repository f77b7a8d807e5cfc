import { jest } from '@jest/globals';
import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import type { Account } from '../../src/model/account.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import type { PlanItem } from '../../src/model/plan-item.ts';
import { runPasses } from '../../src/model/proof.ts';
import { Secrets } from '../../src/safety/secrets.ts';
import { createResult } from '../support/results.ts';

/** What a run makes of mistakes in this program: it ends, says which accounts are affected, and passes none of them. */

type Attempt = (account: Account) => Promise<Checked>;
const attempt = jest.fn<Attempt>();
jest.unstable_mockModule('../../src/fleet/retry.ts', () => ({ checkWithRetries: attempt }));
const { checkAll } = await import('../../src/fleet/check-all.ts');

const TIMEOUT_S = 0.5;

function accounts(...usernames: string[]): PlanItem[] {
  return usernames.map((username) => ({
    kind: 'account',
    account: parseAccount({
      ...ACCOUNT_DEFAULTS,
      ...{ host: 'mail.example.test', username, password: 'correct horse battery' },
      timeout: String(TIMEOUT_S),
    }),
  }));
}

async function run(items: readonly PlanItem[], onFault?: (error: unknown) => void) {
  const limits = { maxParallel: 10, maxPerHost: 10, gapMs: 0 };
  const { signal } = new AbortController();
  const tools = { environment: {}, signal, secrets: new Secrets(), ...(onFault && { onFault }) };
  return checkAll(items, { ...limits, ...tools });
}

const works: Attempt = ({ username }) => Promise.resolve(createResult({ account: { username } }));
const ends = (result: Checked | undefined): string =>
  `${result?.diagnosis.verdict}/${result?.diagnosis.cause}`;

test('a check whose promise never settles is a fault of ours, and the other results stand', async () => {
  attempt.mockImplementation((account) =>
    account.username === 'stuck' ? new Promise(() => undefined) : works(account),
  );
  const startedAt = performance.now();
  const results = await run(accounts('a', 'stuck', 'b'));
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(results.map(ends)).toEqual(['accepted/none', 'config/internal-error', 'accepted/none']);
  expect(results[1]?.account.username).toBe('stuck');
  expect(results[1]?.failure?.detail).toBe('the check did not end');
  expect(runPasses(results, 3)).toBe(false);
});

test('an exception inside one check is told, and is the result of that account alone', async () => {
  attempt.mockImplementation((account) => {
    if (account.username === 'broken') throw new TypeError('x');
    return works(account);
  });
  const told: unknown[] = [];
  const results = await run(accounts('a', 'broken'), (error) => told.push(error));
  expect(results.map(ends)).toEqual(['accepted/none', 'config/internal-error']);
  expect(told).toEqual([expect.any(TypeError)]);
});

test.each([
  ['no verdict', { verdict: undefined }],
  ['a verdict that there is not', { verdict: 'constructor' }],
  ['another verdict than the proof', { verdict: 'rejected' }],
  ['a pass that is not a boolean', { passed: 1 }],
])('a result with %s fails as a fault of ours', async (_, broken) => {
  attempt.mockImplementation(() => {
    const result = createResult();
    return Promise.resolve({ ...result, diagnosis: { ...result.diagnosis, ...broken } } as Checked);
  });
  const results = await run(accounts('a'));
  expect(results.map(ends)).toEqual(['config/internal-error']);
});

test('a result without its proof fails as a fault of ours', async () => {
  attempt.mockImplementation(() => {
    const { acceptance: _, ...result } = createResult();
    return Promise.resolve(result);
  });
  expect((await run(accounts('a'))).map(ends)).toEqual(['config/internal-error']);
});

test('a user name that is the secret is hidden also where nothing was tried', async () => {
  attempt.mockImplementation(() => new Promise(() => undefined));
  const results = await run(accounts('correct horse battery'));
  expect(JSON.stringify(results)).not.toContain('correct horse');
});
