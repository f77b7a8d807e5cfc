import { jest } from '@jest/globals';
import type { PlanItem } from '../../src/model/plan-item.ts';
import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import { Secrets } from '../../src/safety/secrets.ts';
import { startFarm } from '../support/farm.ts';

/** Bug: one failing account was judged 38 times and worded 7 times, by everything that asked what its reply means. */

const actual = await import('../../src/diagnosis/match.ts');
const findRows = jest.fn(actual.findRows);
jest.unstable_mockModule('../../src/diagnosis/match.ts', () => ({ ...actual, findRows }));
const judge = await import('../../src/diagnosis/judge.ts');
const judgeFailure = jest.fn(judge.judgeFailure);
jest.unstable_mockModule('../../src/diagnosis/judge.ts', () => ({ ...judge, judgeFailure }));

const { checkAll } = await import('../../src/fleet/check-all.ts');
const { renderJson } = await import('../../src/report/files.ts');
const { renderJunit } = await import('../../src/report/junit.ts');
const { renderFleetSummary } = await import('../../src/report/list/summary.ts');
const { annotateFleet } = await import('../../src/report/list/annotations.ts');
const { renderLog } = await import('../../src/report/log.ts');
const { toOutputs } = await import('../../src/report/outputs.ts');
const { renderSummary } = await import('../../src/report/summary.ts');
const { renderTerminal } = await import('../../src/report/terminal.ts');

function accounts(port: number, count: number): PlanItem[] {
  return Array.from({ length: count }, (_, n) => ({
    kind: 'account',
    account: parseAccount({
      ...ACCOUNT_DEFAULTS,
      ...{ host: '127.0.0.1', port: String(port), starttls: 'never' },
      ...{ 'allow-cleartext-auth': 'true', username: `user${n}`, password: 'correct horse' },
    }),
  }));
}

test.each([
  ['535 5.7.8 Error: authentication failed', 1],
  ['535 5.7.8 Error: authentication failed', 7],
  ['235 2.7.0 ok', 7],
])('%s: each of %i accounts is judged once, whatever is reported of it', async (reply, count) => {
  const farm = await startFarm([{ address: '127.0.0.1', answer: () => reply }]);
  const limits = { maxParallel: 4, maxPerHost: 4, gapMs: 0 };
  const { signal } = new AbortController();
  const options = { ...limits, environment: {}, signal, secrets: new Secrets() };
  const results = await checkAll(accounts(farm.host(0).port, count), options);
  await farm.close();
  expect(results).toHaveLength(count);
  for (const result of results) {
    renderSummary(result);
    renderLog(result);
    renderTerminal(result, { colour: false, verbose: true });
  }
  renderFleetSummary(results);
  annotateFleet(results);
  toOutputs(results);
  expect([...renderJunit(results)]).not.toEqual([]);
  expect([...renderJson(results)]).not.toEqual([]);
  const failed = reply.startsWith('5') ? count : 0;
  expect(judgeFailure).toHaveBeenCalledTimes(failed);
  expect(findRows).toHaveBeenCalledTimes(failed);
});
