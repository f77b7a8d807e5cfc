import type { Checked } from '../../model/diagnosis.ts';
import { isTolerated } from '../../model/proof.ts';
import { wasTried } from '../../report/list/groups.ts';
import { accountId } from './issue-text.ts';

/** What a run found out of one account, for its issue. */
export interface Finding {
  readonly id: string;
  /** The account's number in the run's summary, from 1. */
  readonly number: number;
  readonly result: Checked;
}

/**
 * One finding for each account. Where entries are the same account, one that fails speaks for it.
 *
 * @param withPassed whether there are issues that an account that works could close
 */
export function collectFindings(
  results: readonly Checked[],
  repository: string,
  withPassed: boolean,
): Finding[] {
  const findings = new Map<string, Finding>();
  results.forEach((result, index) => {
    const isPassed = result.diagnosis.passed;
    if (!saysSomething(result) || (isPassed && !withPassed)) return;
    const id = accountId(result.account, repository);
    if (isPassed && findings.has(id)) return;
    const known = findings.get(id);
    if (!known || known.result.diagnosis.passed)
      findings.set(id, { id, number: index + 1, result });
  });
  return [...findings.values()];
}

function saysSomething(result: Checked): boolean {
  const { verdict, cause } = result.diagnosis;
  if (verdict === 'cancelled' || result.account.host === '' || isTolerated(result)) return false;
  return wasTried(result) || (verdict === 'config' && cause !== 'internal-error');
}
