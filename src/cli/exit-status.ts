import type { Checked } from '../model/diagnosis.ts';
import { failsRun, runPasses } from '../model/proof.ts';

/** Every account gave the expected answer, or one that `fail-on` leaves out. */
export const EXIT_MET = 0;
/** A server judged a credential otherwise than expected. */
export const EXIT_JUDGED = 1;
/** At least one credential could not be judged. */
export const EXIT_NOT_JUDGED = 2;
/** EX_USAGE of BSD's sysexits.h: the command line or an input is wrong. */
export const EXIT_USAGE = 64;
/** EX_IOERR of BSD's sysexits.h: nothing failed, and a report could not be written. */
export const EXIT_NOT_WRITTEN = 74;

/**
 * The exit status for results that no signal cut short. A dead credential weighs more than a failed check.
 *
 * @param accounts how many results there should be
 * @param isWritten whether every report that was asked for was written
 */
export function exitStatus(
  results: readonly Checked[],
  accounts: number,
  isWritten: boolean,
): number {
  if (runPasses(results, accounts)) return isWritten ? EXIT_MET : EXIT_NOT_WRITTEN;
  const failed = Array.from(results).filter(failsRun);
  if (failed.some(isJudged)) return EXIT_JUDGED;
  return failed.some(isMisused) ? EXIT_USAGE : EXIT_NOT_JUDGED;
}

function isJudged(result: Checked | undefined): boolean {
  if (!result) return false;
  const { account, diagnosis } = result;
  return diagnosis.verdict === (account.expect === 'accepted' ? 'rejected' : 'accepted');
}

/** Wrong inputs, and not a fault of ours, which has the same verdict. */
function isMisused(result: Checked | undefined): boolean {
  const { verdict, cause } = result?.diagnosis ?? {};
  return verdict === 'config' && cause !== 'internal-error';
}
