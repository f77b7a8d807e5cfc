import type { Checked } from '../model/diagnosis.ts';

/** The exit status for results that no signal cut short. A dead credential weighs more than a failed check. */
export function exitStatus(results: readonly Checked[]): number {
  const unmet = results.filter(({ diagnosis }) => !diagnosis.passed);
  if (unmet.length === 0) return EXIT_MET;
  if (unmet.some(isJudged)) return EXIT_JUDGED;
  return unmet.some(({ diagnosis }) => diagnosis.verdict === 'config')
    ? EXIT_USAGE
    : EXIT_NOT_JUDGED;
}

function isJudged({ account, diagnosis }: Checked): boolean {
  return diagnosis.verdict === (account.expect === 'accepted' ? 'rejected' : 'accepted');
}

/** All accounts gave the expected answer. */
export const EXIT_MET = 0;
/** A server judged a credential otherwise than expected. */
export const EXIT_JUDGED = 1;
/** At least one credential could not be judged. */
export const EXIT_NOT_JUDGED = 2;
/** EX_USAGE of BSD's sysexits.h: the command line or an input is wrong. */
export const EXIT_USAGE = 64;
