import { getOctokit } from '@actions/github';
import { fetch, GitHubReplyError } from './github-fetch.ts';
import { type IssueText, LABEL } from './issue-text.ts';

/** The part of GitHub's REST API that the tracker uses. Every call may reject, see `explainGitHubFault`. */
export interface GitHubIssues {
  /** Open issues with our label, by whomever. */
  list(): Promise<Issue[]>;
  /** The login of the token's user; undefined for the token of an app, such as the job's own. */
  ownLogin(): Promise<string | undefined>;
  /** @returns the new issue's number */
  create(text: IssueText): Promise<number>;
  update(number: number, text: IssueText): Promise<void>;
  comment(number: number, body: string): Promise<void>;
  close(number: number, reason: 'completed' | 'not_planned'): Promise<void>;
}

export interface Issue {
  readonly number: number;
  readonly body: string;
  /** Login of who opened it; undefined where the server does not tell. */
  readonly author: string | undefined;
}

/** Routes of the REST API, in Octokit's spelling. */
const ISSUES = '/repos/{owner}/{repo}/issues' as const;
const ISSUE = `${ISSUES}/{issue_number}` as const;

/** As many as GitHub gives at once. */
const PER_PAGE = 100;
/** More than 10,000 open issues with one label are not ours. */
const MAX_PAGES = 100;

/** For each request. The whole job waits for it, so it is short. */
const REQUEST_TIMEOUT_MS = 15_000;

/** Thrown when GitHub leaves the label out, without which the next run would not find the issue. */
class LabelError extends Error {
  readonly status = 403;
}

/**
 * @param context `repository` is `owner/name`; the server is the one of GITHUB_API_URL
 */
export function openGitHub(context: {
  readonly token: string;
  readonly repository: string;
  readonly signal: AbortSignal;
}): GitHubIssues {
  const { request: ask } = getOctokit(context.token, { request: { fetch } });
  const [owner = '', repo = ''] = context.repository.split('/');
  const target = { owner, repo };
  const request = (): { signal: AbortSignal } => ({
    signal: AbortSignal.any([context.signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]),
  });
  return {
    async list() {
      const query = { ...target, labels: LABEL, state: 'open', per_page: PER_PAGE } as const;
      const own: Issue[] = [];
      // Not with Octokit's paginate, which leaves out the signal: it would wait for ever.
      for (let page = 1; page <= MAX_PAGES; page += 1) {
        const { data } = await ask(`GET ${ISSUES}`, { ...query, page, request: request() });
        const issues = asList(data);
        own.push(...issues.flatMap(readIssue));
        if (issues.length < PER_PAGE) break;
      }
      return own;
    },
    async ownLogin() {
      try {
        const { data } = await ask('GET /user', { request: request() });
        return textIn(data, 'login');
      } catch (error) {
        const { status } = error as { status?: number };
        if (status === 403 || status === 404) return undefined;
        throw error;
      }
    },
    async create(text) {
      const call = { ...target, ...text, labels: [LABEL], request: request() };
      const { data } = await ask(`POST ${ISSUES}`, call);
      const names = asList(data.labels).map((label) =>
        typeof label === 'string' ? label : textIn(label, 'name'),
      );
      if (!names.includes(LABEL)) throw new LabelError('the label was left out');
      return numberOf(data);
    },
    async update(issue_number, text) {
      await ask(`PATCH ${ISSUE}`, { ...target, ...text, issue_number, request: request() });
    },
    async comment(issue_number, body) {
      await ask(`POST ${ISSUE}/comments`, { ...target, body, issue_number, request: request() });
    },
    async close(issue_number, state_reason) {
      const change = { state: 'closed', state_reason } as const;
      await ask(`PATCH ${ISSUE}`, { ...target, ...change, issue_number, request: request() });
    },
  };
}

/** To this API a pull request is an issue too; none of them is ours. */
function readIssue(data: unknown): Issue[] {
  const number = numberOf(data);
  const { pull_request: pullRequest, user } = data as { pull_request?: unknown; user?: unknown };
  if (pullRequest) return [];
  const author = user === undefined ? undefined : (textIn(user, 'login') ?? '');
  return [{ number, body: textIn(data, 'body') ?? '', author }];
}

function asList(data: unknown): readonly unknown[] {
  if (!Array.isArray(data)) throw new GitHubReplyError('not-as-documented');
  return data;
}

function numberOf(data: unknown): number {
  const number = (data as { number?: unknown } | null)?.number;
  if (!Number.isSafeInteger(number)) throw new GitHubReplyError('not-as-documented');
  return number as number;
}

function textIn(data: unknown, key: 'login' | 'name' | 'body'): string | undefined {
  const text = (data as Partial<Record<string, unknown>> | null)?.[key];
  return typeof text === 'string' ? text : undefined;
}
