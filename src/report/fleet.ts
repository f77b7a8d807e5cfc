import { meetsExpectation } from '../expectation.ts';
import type { Result } from '../smtp/result.ts';
import { annotateFleet } from './fleet-annotations.ts';
import { renderFleetSummary } from './fleet-summary.ts';
import { accounts, formatCount } from './groups.ts';
import type { Publication } from './publication.ts';
import { EMPTY_SHARD } from './words.ts';

/** What a runner shows of many results, or of none. */
export function renderFleet(results: readonly Result[]): Publication {
  return {
    annotations: annotateFleet(results),
    conclusion: conclude(results),
    summary: renderFleetSummary(results),
  };
}

function conclude(results: readonly Result[]): string {
  if (results.length === 0) return EMPTY_SHARD;
  const failed = results.filter((result) => !meetsExpectation(result)).length;
  return `Checked ${accounts(results.length)}: ${formatCount(results.length - failed)} as expected, ${formatCount(failed)} failed.`;
}
