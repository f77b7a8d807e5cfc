import type { Checked, Diagnosis } from '../../src/model/diagnosis.ts';
import { areAllProven, isConsistent, isProven } from '../../src/model/proof.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { createRefusal, createResult, parseReply } from '../support/results.ts';

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
  expect(areAllProven([ACCEPTED, DEAD], 2)).toBe(true);
  expect(areAllProven([], 0)).toBe(true);
  expect(areAllProven([ACCEPTED], 2)).toBe(false);
  expect(areAllProven([ACCEPTED, ACCEPTED], 1)).toBe(false);
  expect(areAllProven([ACCEPTED, undefined], 2)).toBe(false);
  // `every` of a list with a gap passes over the gap.
  const gap = new Array<Checked>(2);
  gap[0] = ACCEPTED;
  expect(areAllProven(gap, 2)).toBe(false);
});
