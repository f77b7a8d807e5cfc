import { meetsExpectation } from '../expectation.ts';
import type { Result } from '../smtp/result.ts';
import { EXIT_JUDGED, EXIT_MET, EXIT_NOT_JUDGED, EXIT_USAGE } from './exit-codes.ts';

/** The exit status for results that no signal cut short. A dead credential weighs more than a failed check. */
export function exitStatus(results: readonly Result[]): number {
  const unmet = results.filter((result) => !meetsExpectation(result));
  if (unmet.length === 0) return EXIT_MET;
  if (unmet.some(isJudged)) return EXIT_JUDGED;
  return unmet.some(({ verdict }) => verdict === 'config') ? EXIT_USAGE : EXIT_NOT_JUDGED;
}

function isJudged({ account, verdict }: Result): boolean {
  return verdict === (account.expect === 'accepted' ? 'rejected' : 'accepted');
}
