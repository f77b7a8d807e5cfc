import { getOctokit } from '@actions/github';
import { runLimited } from '../../platform/clock.ts';
import { fetch, GitHubReplyError } from './github-fetch.ts';
import { type IssueText, LABEL } from './issue-text.ts';

/** The part of GitHub's REST API that the tracker uses. Every call may reject, see `explainGitHubFault`. */
export interface GitHubIssues {
  /** Open issues with our label, by whomever. */
  list(): Promise<Issue[]>;
  /** The login under which the token opens issues, such as `github-actions[bot]`; undefined where the server does not tell. */
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
  /** Login of who opened it; empty where the server does not tell, such as for an account that was deleted. */
  readonly author: string;
}

/** Routes of the REST API, in Octokit's spelling. */
const ISSUES = '/repos/{owner}/{repo}/issues' as const;
const ISSUE = `${ISSUES}/{issue_number}` as const;

/**
 * Answered for every kind of token: a user's login for a personal access token, `NAME[bot]` for the token of an app,
 * and `github-actions[bot]` for the job's own.
 */
const OWN_LOGIN = '{ viewer { login } }';

interface Answer {
  readonly viewer?: unknown;
}

/** As many as GitHub gives at once. */
const PER_PAGE = 100;
/** More than 10,000 open issues with one label are not ours. */
const MAX_PAGES = 100;

/** For each request. The whole job waits for it, so it is short. */
const REQUEST_TIMEOUT_MS = 15_000;

/** What Octokit is given for one request. */
interface Limited {
  readonly signal: AbortSignal;
}

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
  const { request: ask, graphql } = getOctokit(context.token, { request: { fetch } });
  const [owner = '', repo = ''] = context.repository.split('/');
  const target = { owner, repo };
  const limited = <T>(run: (request: Limited) => Promise<T>): Promise<T> =>
    runLimited(REQUEST_TIMEOUT_MS, context.signal, (signal) => run({ signal }));
  return {
    async list() {
      const query = { ...target, labels: LABEL, state: 'open', per_page: PER_PAGE } as const;
      const own = new Map<number, Issue>();
      // Not with Octokit's paginate, which leaves out the signal: it would wait for ever.
      for (let page = 1; page <= MAX_PAGES; page += 1) {
        const { data } = await limited((request) =>
          ask(`GET ${ISSUES}`, { ...query, page, request }),
        );
        const issues = asList(data);
        // An issue that is opened meanwhile moves another one to the next page, where it is listed again.
        for (const issue of issues.flatMap(readIssue)) own.set(issue.number, issue);
        if (issues.length < PER_PAGE) break;
      }
      return [...own.values()];
    },
    async ownLogin() {
      // REST tells an app nothing of itself. Gitea and Forgejo have REST alone.
      const { viewer } =
        (await orNothing(limited((request) => graphql<Answer>(OWN_LOGIN, { request })))) ?? {};
      const user =
        viewer ?? (await orNothing(limited((request) => ask('GET /user', { request }))))?.data;
      return textIn(user, 'login');
    },
    async create(text) {
      const call = { ...target, ...text, labels: [LABEL] };
      const { data } = await limited((request) => ask(`POST ${ISSUES}`, { ...call, request }));
      if (!labelsOf(data).includes(LABEL)) throw new LabelError('the label was left out');
      return numberOf(data);
    },
    async update(issue_number, text) {
      await limited((request) =>
        ask(`PATCH ${ISSUE}`, { ...target, ...text, issue_number, request }),
      );
    },
    async comment(issue_number, body) {
      await limited((request) =>
        ask(`POST ${ISSUE}/comments`, { ...target, body, issue_number, request }),
      );
    },
    async close(issue_number, state_reason) {
      const change = { state: 'closed', state_reason } as const;
      await limited((request) =>
        ask(`PATCH ${ISSUE}`, { ...target, ...change, issue_number, request }),
      );
    },
  };
}

/** What a question returns; undefined where this server or this token has no answer to it. */
async function orNothing<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await question;
  } catch (error) {
    const { name, status } = error as { name?: string; status?: number };
    if (name === 'GraphqlResponseError' || status === 403 || status === 404) return undefined;
    throw error;
  }
}

/** To this API a pull request is an issue too; none of them is ours. */
function readIssue(data: unknown): Issue[] {
  const number = numberOf(data);
  const { pull_request: pullRequest, user } = data as { pull_request?: unknown; user?: unknown };
  if (pullRequest) return [];
  return [{ number, body: textIn(data, 'body') ?? '', author: textIn(user, 'login') ?? '' }];
}

function labelsOf(data: unknown): readonly (string | undefined)[] {
  const { labels } = (data as { labels?: unknown } | null) ?? {};
  return asList(labels).map((label) => (typeof label === 'string' ? label : textIn(label, 'name')));
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
