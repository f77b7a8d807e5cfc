import { INTERNAL_ERROR } from '../../src/diagnosis/explanation.ts';
import type { Checked, Diagnosis } from '../../src/model/diagnosis.ts';
import { failsRun, isConsistent, isProven, isTolerated, runPasses } from '../../src/model/proof.ts';
import { type Verdict, VERDICTS } from '../../src/model/verdict.ts';
import { createFailure, createRefusal, createResult, parseReply } from '../support/results.ts';

/** Law 1 against our own mistakes: what a broken program could hand over is never counted as passed. */

const ACCEPTED = createResult();
const DEAD = createRefusal('535 5.7.8 Invalid username or password', {
  account: { expect: 'rejected' },
});

function judgedAs(result: Checked, diagnosis: Partial<Diagnosis>): Checked {
  return { ...result, diagnosis: { ...result.diagnosis, ...diagnosis } };
}

function without(result: Checked, key: 'acceptance' | 'failure'): Checked {
  return { ...result, [key]: undefined };
}

test('an accepted login, and a refusal that was expected and proves it, are proven', () => {
  expect([ACCEPTED, DEAD].map(isProven)).toEqual([true, true]);
});

test.each<[string, Checked | undefined]>([
  ['a result that was lost', undefined],
  ['a failure', createRefusal('535 5.7.8 no')],
  ['a pass without a verdict', judgedAs(ACCEPTED, { verdict: undefined as unknown as Verdict })],
  ['a pass with another verdict', judgedAs(ACCEPTED, { verdict: 'temporary' })],
  ['a pass of the wrong type', judgedAs(ACCEPTED, { passed: 'true' as unknown as boolean })],
  ['accepted without a proof', without(ACCEPTED, 'acceptance')],
  ['accepted by another reply', { ...ACCEPTED, acceptance: { reply: parseReply('250 ok') } }],
  ['accepted with a failure after it', { ...ACCEPTED, failure: { problem: 'connection-lost' } }],
  ['accepted where a refusal was expected', createResult({ account: { expect: 'rejected' } })],
  [
    'a refusal that passes although nothing expected it',
    judgedAs(createRefusal('535 no'), { passed: true }),
  ],
  ['a refusal that proves nothing', judgedAs(DEAD, { provesDead: false })],
  ['a refusal after a proof of a login', { ...DEAD, acceptance: { reply: parseReply('235 ok') } }],
])('%s is not', (_, result) => {
  expect(isProven(result)).toBe(false);
});

test('a result that passes without proof contradicts itself, one that fails does not', () => {
  expect(isConsistent(ACCEPTED)).toBe(true);
  expect(isConsistent(createRefusal('535 no'))).toBe(true);
  expect(isConsistent(judgedAs(ACCEPTED, { verdict: 'rejected' }))).toBe(false);
  const verdict = 'constructor' as Verdict;
  expect(isConsistent(judgedAs(createRefusal('535 no'), { verdict }))).toBe(false);
});

test('a list with a gap, with too few or with too many results is not proven', () => {
  expect(runPasses([ACCEPTED, DEAD], 2)).toBe(true);
  expect(runPasses([], 0)).toBe(true);
  expect(runPasses([ACCEPTED], 2)).toBe(false);
  expect(runPasses([ACCEPTED, ACCEPTED], 1)).toBe(false);
  expect(runPasses([ACCEPTED, undefined], 2)).toBe(false);
  // `every` of a list with a gap passes over the gap.
  const gap = new Array<Checked>(2);
  gap[0] = ACCEPTED;
  expect(runPasses(gap, 2)).toBe(false);
});

describe('with "fail-on: rejected, tls"', () => {
  const account = { failOn: ['rejected', 'tls'] } as const;

  test.each([
    ['a timeout', createFailure('timed-out', { account })],
    ['a lost connection', createFailure('connection-lost', { account })],
    ['a temporary failure', createRefusal('454 4.7.0 later', { account })],
  ])('%s does not fail the run, and is not proven', (_, result) => {
    expect(isTolerated(result)).toBe(true);
    expect(failsRun(result)).toBe(false);
    expect(isProven(result)).toBe(false);
    expect(runPasses([ACCEPTED, result], 2)).toBe(true);
  });

  test.each([
    ['a refused credential', createRefusal('535 5.7.8 no', { account })],
    ['an expired certificate', createFailure('certificate-expired', { account })],
    ['a wrong input', createFailure('input-invalid', { account })],
    ['an empty secret', createFailure('secret-empty', { account })],
    ['a fault of this program', createFailure('internal-error', { account })],
    ['a cancelled check', createFailure('cancelled', { account })],
    ['a result that was replaced', { ...createResult({ account }), diagnosis: INTERNAL_ERROR }],
  ])('%s fails the run', (_, result) => {
    expect(isTolerated(result)).toBe(false);
    expect(runPasses([ACCEPTED, result], 2)).toBe(false);
  });

  test('a result that passes without proof fails the run, whatever its verdict', () => {
    for (const verdict of VERDICTS) {
      const forged = judgedAs(createFailure('timed-out', { account }), { verdict, passed: true });
      expect(failsRun(forged)).toBe(true);
    }
  });

  test('a verdict that does not exist fails the run', () => {
    const verdict = 'constructor' as Verdict;
    expect(failsRun(judgedAs(createFailure('timed-out', { account }), { verdict }))).toBe(true);
  });
});

test('no "fail-on" lets a credential that should be dead and still works pass', () => {
  for (const verdict of VERDICTS) {
    const account = { expect: 'rejected', failOn: [verdict] } as const;
    expect(failsRun(createResult({ account }))).toBe(true);
  }
});

test('no "fail-on" lets a run with a lost result pass', () => {
  expect(failsRun(undefined)).toBe(true);
  expect(runPasses([createFailure('timed-out', { account: { failOn: ['tls'] } })], 2)).toBe(false);
});

test('the expected result never fails, whatever "fail-on" names', () => {
  expect(failsRun(createResult({ account: { failOn: ['accepted', 'rejected'] } }))).toBe(false);
});
