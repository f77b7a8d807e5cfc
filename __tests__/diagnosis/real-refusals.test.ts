import { severityOf } from '../../src/model/reply.ts';
import { createRefusal, parseReply } from '../support/results.ts';
import { REAL_REFUSALS } from './real-refusals.ts';
import { readSamples } from './samples.ts';

test('the list is long, and none of it is a sample of the data', () => {
  const samples = new Set([...readSamples().values()].map(({ reply }) => reply));
  const known = REAL_REFUSALS.filter(({ reply }) => samples.has(reply));
  expect(REAL_REFUSALS.length - known.length).toBeGreaterThan(110);
});

describe.each(REAL_REFUSALS)('$reply', ({ reply, host, cause, isProof = false }) => {
  const account = { expect: 'rejected', ...(host !== undefined && { host }) } as const;
  const { diagnosis } = createRefusal(reply, { account });

  test('has its cause', () => {
    expect([cause].flat()).toContain(diagnosis.cause);
  });

  test('proves that the credential is dead only when it says so plainly', () => {
    expect(diagnosis).toMatchObject({ provesDead: isProof, passed: isProof });
  });

  test('leads to a second login only when it is temporary and speaks of nothing else', () => {
    const mayBePassing = severityOf(parseReply(reply)) === 'transient';
    const isPassing = diagnosis.cause === 'temporary-failure' && mayBePassing;
    expect(diagnosis.mayRetry && !isPassing).toBe(false);
  });
});
