import { causeOf } from '../../diagnosis/judge.ts';
import { meetsExpectation } from '../../diagnosis/judge.ts';
import type { Result } from '../../model/result.ts';
import { wasTried } from '../../report/list/groups.ts';
import { accountId } from './text.ts';

/** What a run found out of one account, for its issue. */
export interface Finding {
  readonly id: string;
  /** The account's number in the run's summary, from 1. */
  readonly number: number;
  readonly result: Result;
}

/**
 * One finding for each account. Where entries are the same account, one that fails speaks for it.
 *
 * @param withPassed whether there are issues that an account that works could close
 */
export function collectFindings(
  results: readonly Result[],
  repository: string,
  withPassed: boolean,
): Finding[] {
  const findings = new Map<string, Finding>();
  results.forEach((result, index) => {
    const isPassed = meetsExpectation(result);
    if (!saysSomething(result) || (isPassed && !withPassed)) return;
    const id = accountId(result.account, repository);
    if (isPassed && findings.has(id)) return;
    const known = findings.get(id);
    if (!known || meetsExpectation(known.result))
      findings.set(id, { id, number: index + 1, result });
  });
  return [...findings.values()];
}

function saysSomething(result: Result): boolean {
  if (result.verdict === 'cancelled' || result.account.host === '') return false;
  return wasTried(result) || (result.verdict === 'config' && causeOf(result) !== 'internal-error');
}
