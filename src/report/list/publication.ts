import type { Checked } from '../../model/diagnosis.ts';
import { annotateFleet } from './annotations.ts';
import { renderFleetSummary } from './summary.ts';
import { accounts, formatCount } from './groups.ts';
import type { Publication } from '../annotations.ts';
import { countStatuses } from '../status.ts';
import { EMPTY_SHARD } from '../wording.ts';

/** What a runner shows of many results, or of none. */
export function renderFleet(results: readonly Checked[]): Publication {
  return {
    annotations: annotateFleet(results),
    conclusion: conclude(results),
    summary: renderFleetSummary(results),
  };
}

function conclude(results: readonly Checked[]): string {
  if (results.length === 0) return EMPTY_SHARD;
  const { passed, tolerated, failed } = countStatuses(results);
  const more = tolerated > 0 ? `, ${formatCount(tolerated)} tolerated by "fail-on"` : '';
  return `Checked ${accounts(results.length)}: ${formatCount(passed)} as expected, ${formatCount(failed)} failed${more}.`;
}
