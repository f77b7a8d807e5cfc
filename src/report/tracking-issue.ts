import { setTimeout as sleep } from 'node:timers/promises';
import { causeOf } from '../diagnosis/explain.ts';
import { meetsExpectation } from '../expectation.ts';
import type { Result } from '../smtp/result.ts';
import { explainFault } from './github-fault.ts';
import { type GitHubIssues, type Issue, openGitHub } from './github-issues.ts';
import { wasTried } from './groups.ts';
import {
  accountId,
  readMarker,
  renderChange,
  renderDuplicate,
  renderIssue,
  renderRecovery,
} from './issue-text.ts';
import { wordResult } from './words.ts';

export interface TrackingContext {
  readonly token: string;
  /** `owner/name` */
  readonly repository: string;
  readonly runUrl: string;
  readonly signal: AbortSignal;
  /** One line for the log, which may name the user: the runner masks it there. */
  readonly log: (line: string) => void;
}

/** GitHub asks for a second between requests that write ("Best practices for using the REST API"). */
const PAUSE_MS = 1000;
/** Some two minutes of writing; what is left over is done by the next run. */
const MAX_WRITES = 100;

/**
 * Opens, updates and closes one issue per failing account. An account that was not tried, or whose check
 * was cancelled, says nothing and changes nothing.
 *
 * @returns what went wrong, in a sentence; undefined when nothing did. It never rejects, since a tracker
 *   must not change a verdict
 */
export async function trackIssues(
  results: readonly Result[],
  context: TrackingContext,
): Promise<string | undefined> {
  try {
    const github = openGitHub(context);
    await new Tracker(github, context).follow(results);
    return undefined;
  } catch (error) {
    return explainFault(error);
  }
}

interface Finding {
  readonly id: string;
  readonly number: number;
  readonly result: Result;
}

class Tracker {
  readonly #github: GitHubIssues;
  readonly #context: TrackingContext;
  #writes = 0;

  constructor(github: GitHubIssues, context: TrackingContext) {
    this.#github = github;
    this.#context = context;
  }

  async follow(results: readonly Result[]): Promise<void> {
    const issues = await this.#listByAccount();
    const findings = collect(results, this.#context.repository, issues.size > 0);
    let isNew = false;
    for (const finding of findings) {
      const [issue] = issues.get(finding.id) ?? [];
      if (meetsExpectation(finding.result)) {
        if (issue) await this.#close(issue, renderRecovery(this.#context.runUrl), 'completed');
      } else if (issue) await this.#update(issue, finding);
      else isNew = (await this.#open(finding)) || isNew;
    }
    if (isNew) await this.#closeDuplicates();
  }

  /** Open issues by account, the oldest first. */
  async #listByAccount(): Promise<Map<string, Issue[]>> {
    const issues = new Map<string, Issue[]>();
    for (const issue of await this.#github.list()) {
      const id = readMarker(issue.body)?.id;
      if (id !== undefined) issues.set(id, [...(issues.get(id) ?? []), issue]);
    }
    issues.forEach((same) => same.sort((a, b) => a.number - b.number));
    return issues;
  }

  async #open({ id, number, result }: Finding): Promise<boolean> {
    if (!(await this.#mayWrite())) return false;
    const text = renderIssue(result, { id, number, runUrl: this.#context.runUrl });
    const issue = await this.#github.create(text);
    this.#context.log(`Issue #${issue} opened for account ${number}, ${name(result)}.`);
    return true;
  }

  async #update(issue: Issue, { id, number, result }: Finding): Promise<void> {
    const before = readMarker(issue.body)?.cause ?? '';
    const after = causeOf(result);
    if (before === after || !(await this.#mayWrite())) return;
    const { runUrl } = this.#context;
    await this.#github.update(issue.number, renderIssue(result, { id, number, runUrl }));
    await this.#github.comment(issue.number, renderChange(before, after, runUrl));
    this.#context.log(`Issue #${issue.number} updated for account ${number}, ${name(result)}.`);
  }

  async #close(issue: Issue, note: string, reason: 'completed' | 'not_planned'): Promise<void> {
    if (!(await this.#mayWrite())) return;
    await this.#github.comment(issue.number, note);
    await this.#github.close(issue.number, reason);
    this.#context.log(`Issue #${issue.number} closed.`);
  }

  /** Two runs at once see no issue and open one each; both then keep the older. */
  async #closeDuplicates(): Promise<void> {
    for (const [kept, ...others] of (await this.#listByAccount()).values()) {
      for (const issue of others) {
        await this.#close(issue, renderDuplicate(kept?.number ?? 0), 'not_planned');
      }
    }
  }

  /** Keeps GitHub's pace for writing, and says once when this run has written enough. */
  async #mayWrite(): Promise<boolean> {
    this.#writes += 1;
    if (this.#writes === MAX_WRITES + 1) {
      this.#context.log('More issues are to be opened, updated or closed; the next run goes on.');
    }
    if (this.#writes > MAX_WRITES) return false;
    if (this.#writes > 1) await sleep(PAUSE_MS, undefined, { signal: this.#context.signal });
    return true;
  }
}

/**
 * One finding for each account. Where entries are the same account, one that fails speaks for it.
 *
 * @param withPassed whether there are issues that an account that works could close
 */
function collect(results: readonly Result[], repository: string, withPassed: boolean): Finding[] {
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

function name(result: Result): string {
  const { username, endpoint } = wordResult(result);
  return `${username} at ${endpoint}`;
}

function saysSomething(result: Result): boolean {
  if (result.verdict === 'cancelled' || result.account.host === '') return false;
  return wasTried(result) || (result.verdict === 'config' && causeOf(result) !== 'internal-error');
}
