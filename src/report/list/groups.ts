import { hostKey } from '../../model/account.ts';
import type { Checked } from '../../model/diagnosis.ts';
import { type Verdict, VERDICTS } from '../../model/verdict.ts';
import { type Status, statusOf } from '../status.ts';

/** Failures of one cause at one host: one thing to correct, however many accounts it concerns. */
export interface FailureGroup {
  readonly cause: string;
  /** Empty for wrong inputs. */
  readonly host: string;
  readonly verdict: Verdict;
  readonly status: Status;
  /** The first one that was really tried, since it has the server's words. */
  readonly example: Checked;
  /** Positions in the list of results. */
  readonly members: readonly number[];
}

/** What is not as expected, grouped: first what fails the run, and of that what concerns most accounts. */
export function groupFailures(results: readonly Checked[]): FailureGroup[] {
  const groups = new Map<string, { results: Checked[]; members: number[] }>();
  results.forEach((result, position) => {
    const { cause, verdict } = result.diagnosis;
    const status = statusOf(result);
    if (status === 'passed') return;
    const key = JSON.stringify([cause, verdict, status, groupHost(result)]);
    const group = groups.get(key) ?? { results: [], members: [] };
    group.results.push(result);
    group.members.push(position);
    groups.set(key, group);
  });
  return [...groups.values()]
    .flatMap(({ results: [first, ...others], members }) => {
      if (!first) return [];
      const example = wasTried(first) ? first : (others.find(wasTried) ?? first);
      const host = groupHost(first);
      const { cause, verdict } = first.diagnosis;
      return [{ cause, host, verdict, status: statusOf(first), example, members }];
    })
    .sort((a, b) => rank(a) - rank(b) || b.members.length - a.members.length);
}

function rank({ status }: FailureGroup): number {
  return status === 'failed' ? 0 : 1;
}

/** Wrong inputs are corrected in one place, the list, whatever host they are meant for. */
function groupHost({ diagnosis, account }: Checked): string {
  return diagnosis.verdict === 'config' ? '' : hostKey(account.host);
}

/** Our own fault (`internal-error`) is `config` too, and no entry is to be corrected for it. */
export function isEntryFault({ failure }: Checked): boolean {
  return failure?.faults !== undefined;
}

/** Whether a connection was begun for the account. */
export function wasTried({ stages }: Checked): boolean {
  return stages.length > 0;
}

/** How many results there are of each verdict, in the order of the verdicts. */
export function countVerdicts(results: readonly Checked[]): [Verdict, number][] {
  return VERDICTS.map((verdict): [Verdict, number] => [
    verdict,
    results.filter(({ diagnosis }) => diagnosis.verdict === verdict).length,
  ]).filter(([, count]) => count > 0);
}

/** Digits in groups of three, whatever the machine's language: `1,000`. Loading Node's own takes 12 ms. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 account`, `5,000 accounts` */
export function accounts(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'account' : 'accounts'}`;
}
