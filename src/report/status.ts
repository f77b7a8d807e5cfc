import type { Checked } from '../model/diagnosis.ts';
import { isTolerated } from '../model/proof.ts';

/** How a result counts: `passed` is the expected one, `tolerated` one that `fail-on` leaves out. */
export type Status = 'passed' | 'tolerated' | 'failed';

export function statusOf(result: Checked): Status {
  if (result.diagnosis.passed) return 'passed';
  return isTolerated(result) ? 'tolerated' : 'failed';
}

/** How many results there are of each status. */
export function countStatuses(results: readonly Checked[]): Readonly<Record<Status, number>> {
  const counts = { passed: 0, tolerated: 0, failed: 0 };
  for (const result of results) counts[statusOf(result)] += 1;
  return counts;
}

/** The sign of each status in a summary. */
export const ICONS: Readonly<Record<Status, string>> = {
  passed: '✅',
  tolerated: '⚠️',
  failed: '❌',
};

/** Why a result that is not the expected one does not fail the run. */
export function toleranceOf({ diagnosis: { verdict } }: Checked): string {
  return `This does not fail the run, because "fail-on" does not name "${verdict}".`;
}
