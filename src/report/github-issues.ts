import { getOctokit } from '@actions/github';
import { fetch } from './github-fetch.ts';
import { type IssueText, LABEL } from './issue-text.ts';

/** The part of GitHub's REST API that the tracker uses. Every call may reject with Octokit's RequestError. */
export interface GitHubIssues {
  /** Open issues with our label. */
  list(): Promise<Issue[]>;
  /** @returns the new issue's number */
  create(text: IssueText): Promise<number>;
  update(number: number, text: IssueText): Promise<void>;
  comment(number: number, body: string): Promise<void>;
  close(number: number, reason: 'completed' | 'not_planned'): Promise<void>;
}

export interface Issue {
  readonly number: number;
  readonly body: string;
}

/** Routes of the REST API, in Octokit's spelling. */
const ISSUES = '/repos/{owner}/{repo}/issues' as const;
const ISSUE = `${ISSUES}/{issue_number}` as const;

/** As many as GitHub gives at once. */
const PER_PAGE = 100;

/** For each request. The whole job waits for it, so it is short. */
const REQUEST_TIMEOUT_MS = 15_000;
/** For the list, a page for every hundred issues. */
const LIST_TIMEOUT_MS = 120_000;

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
  const request = (timeoutMs = REQUEST_TIMEOUT_MS): { signal: AbortSignal } => ({
    signal: AbortSignal.any([context.signal, AbortSignal.timeout(timeoutMs)]),
  });
  return {
    async list() {
      const query = { ...target, labels: LABEL, state: 'open', per_page: PER_PAGE } as const;
      const limit = { request: request(LIST_TIMEOUT_MS) };
      const own: Issue[] = [];
      // Not with Octokit's paginate, which leaves out the signal: it would wait for ever.
      for (let page = 1; ; page += 1) {
        const { data } = await ask(`GET ${ISSUES}`, { ...query, ...limit, page });
        // To this API a pull request is an issue too; none of them is ours.
        const issues = data.filter((issue) => !issue.pull_request);
        own.push(...issues.map(({ number, body }) => ({ number, body: body ?? '' })));
        if (data.length < PER_PAGE) return own;
      }
    },
    async create(text) {
      const call = { ...target, ...text, labels: [LABEL], request: request() };
      const { data } = await ask(`POST ${ISSUES}`, call);
      const names = data.labels.map((label) => (typeof label === 'string' ? label : label.name));
      if (!names.includes(LABEL)) throw new LabelError('the label was left out');
      return data.number;
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
