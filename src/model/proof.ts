import type { Checked } from './diagnosis.ts';
import { type Verdict, VERDICTS } from './verdict.ts';

/**
 * Whether a result may count as passed: the last look at it, which trusts no judgement. A login passes by the 235 that
 * accepted it, and `expect: rejected` by a refusal that proves the credential dead; whatever this program got wrong on
 * the way, everything else is a failure.
 *
 * @param result undefined where a fault of this program lost it
 */
export function isProven(result: Checked | undefined): boolean {
  if (result?.diagnosis.passed !== true) return false;
  const { account, diagnosis, acceptance, failure, skipped } = result;
  if (failure === undefined) {
    const isAccepted = diagnosis.verdict === 'accepted' && acceptance?.reply.code === ACCEPTED;
    return isAccepted && skipped === undefined && account.expect === 'accepted';
  }
  const isRejected = diagnosis.verdict === 'rejected' && diagnosis.provesDead;
  return isRejected && acceptance === undefined && account.expect === 'rejected';
}

/** Whether the parts of a result fit together: it has a verdict of the closed set, and passes only where that is proved. */
export function isConsistent(result: Checked): boolean {
  const { verdict, passed } = result.diagnosis;
  return VERDICTS.includes(verdict) && passed === isProven(result);
}

/** RFC 4954 section 6: "Authentication Succeeded". */
const ACCEPTED = 235;

/** The verdicts that `fail-on` cannot leave out: nothing was checked, or a credential that should be dead works. */
export const ALWAYS_FAIL: ReadonlySet<string> = new Set<Verdict>([
  'accepted',
  'config',
  'cancelled',
]);

/**
 * Whether a result is not the expected one and yet does not fail the run, because `fail-on` leaves its verdict out. A
 * fault of this program has the verdict `config`, so it is never tolerated.
 */
export function isTolerated({ account, diagnosis }: Checked): boolean {
  const { verdict, passed } = diagnosis;
  if (passed || ALWAYS_FAIL.has(verdict)) return false;
  return VERDICTS.includes(verdict) && !account.failOn.includes(verdict);
}

/** Whether a result fails the run. */
export function failsRun(result: Checked | undefined): boolean {
  return !isProven(result) && !(result && isTolerated(result));
}

/** Whether a run passes: no result fails it, and none was lost, since a list with gaps has fewer results than accounts. */
export function runPasses(results: readonly (Checked | undefined)[], accounts: number): boolean {
  return results.length === accounts && !Array.from(results).some(failsRun);
}
