import { setTimeout as sleep } from 'node:timers/promises';
import type { Checked } from '../../model/diagnosis.ts';
import { startLimit } from '../../platform/clock.ts';
import { wordResult } from '../../report/wording.ts';
import { collectFindings, type Finding } from './findings.ts';
import { explainGitHubFault } from './github-fetch.ts';
import {
  readMarker,
  renderChange,
  renderDuplicate,
  renderIssue,
  renderRecovery,
} from './issue-text.ts';
import { type GitHubIssues, type Issue, openGitHub } from './issues-api.ts';

export interface TrackingContext {
  readonly token: string;
  /** `owner/name` */
  readonly repository: string;
  readonly runUrl: string;
  /** Jobs that write at the same time, each for its part of the list. */
  readonly shards: number;
  readonly signal: AbortSignal;
  /** One line for the log, which may name the user: the runner masks it there. */
  readonly log: (line: string) => void;
}

/**
 * GitHub asks for a second between requests that write ("Best practices for using the REST API"), and
 * takes at most 80 a minute. The limits are those of the token, so shards share them.
 */
const PAUSE_MS = 1000;
/** Requests, some two minutes of them; what is left over is done by the next run. */
const MAX_WRITES = 120;
/** The author of what is opened with the job's own token, the one that `github-token` is documented for. */
const JOB_LOGIN = 'github-actions[bot]';
/** Milliseconds for everything: a job does not wait longer for issues, however slowly GitHub answers. */
const TRACKING_TIMEOUT_MS = 10 * 60_000;

/**
 * Opens, updates and closes one issue per failing account. An account that was not tried, whose check
 * was cancelled, or whose verdict `fail-on` leaves out, says nothing and changes nothing.
 *
 * @returns what went wrong, in a sentence; undefined when nothing did. It never rejects, since a tracker
 *   must not change a verdict
 */
export async function trackIssues(
  results: readonly Checked[],
  context: TrackingContext,
): Promise<string | undefined> {
  const { signal, stop } = startLimit(TRACKING_TIMEOUT_MS, context.signal);
  const limited = { ...context, signal };
  try {
    const github = openGitHub(limited);
    await new Tracker(github, limited).follow(results);
    return undefined;
  } catch (error) {
    const early = signal.aborted ? 'late' : undefined;
    return explainGitHubFault(error, context.signal.aborted ? 'cancelled' : early);
  } finally {
    stop();
  }
}

class Tracker {
  readonly #github: GitHubIssues;
  readonly #context: TrackingContext;
  #writes = 0;
  #isFull = false;
  #ownLogin: Promise<string | undefined> | undefined;

  constructor(github: GitHubIssues, context: TrackingContext) {
    this.#github = github;
    this.#context = context;
  }

  async follow(results: readonly Checked[]): Promise<void> {
    const issues = await this.#listByAccount();
    const findings = collectFindings(results, this.#context.repository, issues.size > 0);
    let isNew = false;
    for (const finding of findings) {
      const [issue, ...others] = issues.get(finding.id) ?? [];
      if (finding.result.diagnosis.passed) {
        for (const one of issue ? [issue, ...others] : []) {
          await this.#close(one, renderRecovery(this.#context.runUrl), 'completed');
        }
      } else if (issue) await this.#update(issue, finding);
      else isNew = (await this.#open(finding)) || isNew;
    }
    if (isNew) await this.#closeDuplicates();
  }

  /** Our own open issues by account, the oldest first. */
  async #listByAccount(): Promise<Map<string, Issue[]>> {
    const issues = new Map<string, Issue[]>();
    for (const issue of await this.#github.list()) {
      const id = readMarker(issue.body)?.id;
      if (id === undefined || !(await this.#isOurs(issue))) continue;
      issues.set(id, [...(issues.get(id) ?? []), issue]);
    }
    issues.forEach((same) => same.sort((a, b) => a.number - b.number));
    return issues;
  }

  /** Anybody may write a marker, also by way of a bot. Ours are opened by the very user or app whose token this is. */
  async #isOurs({ author }: Issue): Promise<boolean> {
    this.#ownLogin ??= this.#github.ownLogin();
    return author === ((await this.#ownLogin) ?? JOB_LOGIN);
  }

  async #open({ id, number, result }: Finding): Promise<boolean> {
    if (!this.#mayWrite(1)) return false;
    const text = renderIssue(result, { id, number, runUrl: this.#context.runUrl });
    const issue = await this.#write(() => this.#github.create(text));
    this.#context.log(`Issue #${issue} opened for account ${number}, ${name(result)}.`);
    return true;
  }

  async #update(issue: Issue, { id, number, result }: Finding): Promise<void> {
    const before = readMarker(issue.body)?.cause ?? '';
    const after = result.diagnosis.cause;
    if (before === after || !this.#mayWrite(2)) return;
    const { runUrl } = this.#context;
    const text = renderIssue(result, { id, number, runUrl });
    await this.#write(() => this.#github.update(issue.number, text));
    const change = renderChange(before, after, runUrl);
    await this.#write(() => this.#github.comment(issue.number, change));
    this.#context.log(`Issue #${issue.number} updated for account ${number}, ${name(result)}.`);
  }

  async #close(issue: Issue, note: string, reason: 'completed' | 'not_planned'): Promise<void> {
    if (!this.#mayWrite(2)) return;
    await this.#write(() => this.#github.comment(issue.number, note));
    await this.#write(() => this.#github.close(issue.number, reason));
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

  /** Whether so many requests are left to this job; says once when they are not. */
  #mayWrite(requests: number): boolean {
    const share = Math.max(2, Math.floor(MAX_WRITES / this.#context.shards));
    if (this.#writes + requests <= share) return true;
    if (!this.#isFull) {
      this.#context.log('More issues are to be opened, updated or closed; the next run goes on.');
    }
    this.#isFull = true;
    return false;
  }

  async #write<T>(request: () => Promise<T>): Promise<T> {
    const { shards, signal } = this.#context;
    this.#writes += 1;
    if (this.#writes > 1) await sleep(PAUSE_MS * shards, undefined, { signal });
    return request();
  }
}

function name(result: Checked): string {
  const { name: account, endpoint } = wordResult(result);
  return `${account} at ${endpoint}`;
}
