import { getOctokit } from '@actions/github';
import { request } from '../../platform/http.ts';
import { type IssueText, LABEL } from './issue-text.ts';

/** A hundred issues, each with a body of at most 65,536 characters, and what GitHub tells about them. */
const MAX_BYTES = 32 * 1024 * 1024;

/** "The request should be repeated" there (GitHub, "Best practices for using the REST API": redirects). */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 307, 308]);
const MAX_REDIRECTS = 3;

/** Statuses with which a Response may have no body (Fetch standard, "null body status"). */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

interface Options {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/**
 * The part of `fetch` that Octokit uses. Octokit's usual one brings an HTTP client of its own, which is larger
 * than all the rest of this program.
 */
export async function fetch(address: string, options: Options): Promise<Response> {
  const { method, headers, body, signal } = options;
  const question = { method, headers, body, maxBytes: MAX_BYTES };
  let url = new URL(address);
  let reply = await request(url, question, signal);
  for (let hop = 0; REDIRECTS.has(reply.status) && hop < MAX_REDIRECTS; hop += 1) {
    const next = new URL(reply.headers.location ?? '', url);
    // The token is for this server alone.
    if (next.origin !== url.origin) throw new Error('a redirect to another server');
    url = next;
    reply = await request(url, question, signal);
  }
  const fields = Object.entries(reply.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const text = WITHOUT_BODY.has(reply.status) ? null : reply.body;
  return new Response(text, { status: reply.status, headers: fields });
}

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
