import { HttpFailure, type HttpFault } from '../../platform/http-failure.ts';
import { request } from '../../platform/http.ts';
import { printable } from '../../safety/printable.ts';

/** A hundred issues, each with a body of at most 65,536 characters, and what GitHub tells about them. */
const MAX_BYTES = 32 * 1024 * 1024;

/** "The request should be repeated" there (GitHub, "Best practices for using the REST API": redirects). */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 307, 308]);
const MAX_REDIRECTS = 3;

/** Statuses with which a Response may have no body (Fetch standard, "null body status"). */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** What the tracker needs of a reply's header. Octokit would print others, such as a deprecation, as they are. */
const KEPT_FIELDS = ['retry-after', 'x-ratelimit-remaining'] as const;

/** What is wrong with a reply of GitHub that is a whole HTTP reply. */
export type ReplyFault =
  'redirect-elsewhere' | 'redirect-loop' | 'redirect-nowhere' | 'not-as-documented';

/** A reply that the tracker cannot use. */
export class GitHubReplyError extends Error {
  override readonly name = 'GitHubReplyError';
  readonly fault: ReplyFault;

  constructor(fault: ReplyFault) {
    super(fault);
    this.fault = fault;
  }
}

interface Options {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/**
 * The part of `fetch` that Octokit uses. Octokit's usual one brings an HTTP client of its own, which is larger
 * than all the rest of this program.
 *
 * @throws HttpFailure, GitHubReplyError; the signal's reason when it is aborted
 */
export async function fetch(address: string, options: Options): Promise<Response> {
  const { method, headers, body, signal } = options;
  const question = { method, headers, body, maxBytes: MAX_BYTES };
  let url = new URL(address);
  let reply = await request(url, question, signal);
  for (let hop = 0; REDIRECTS.has(reply.status); hop += 1) {
    if (hop === MAX_REDIRECTS) throw new GitHubReplyError('redirect-loop');
    url = follow(url, reply.headers.location);
    reply = await request(url, question, signal);
  }
  const text = WITHOUT_BODY.has(reply.status) ? null : reply.body;
  const fields = KEPT_FIELDS.flatMap((name): [string, string][] => {
    const value = reply.headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return new Response(text, {
    status: reply.status,
    headers: [...fields, ['content-type', 'application/json']],
  });
}

/** The token is for this server alone, so that no other one is asked. */
function follow(from: URL, location = ''): URL {
  if (!URL.canParse(location, from.href) || location === '')
    throw new GitHubReplyError('redirect-nowhere');
  const to = new URL(location, from);
  if (to.origin !== from.origin) throw new GitHubReplyError('redirect-elsewhere');
  return to;
}

const MEANING_OF_STATUS: ReadonlyMap<number, string> = new Map([
  [401, 'the token in "github-token" is not valid'],
  [
    403,
    'the token may not write issues, or asked too often. Give the job the permission "issues: write"',
  ],
  [
    404,
    'the token cannot see the issues of this repository. Give the job the permission "issues: write"',
  ],
  [410, 'issues are switched off in this repository'],
  [422, 'GitHub refused what was to be written'],
  [429, 'GitHub asks to come back later'],
]);

const MEANING_OF_FAULT: Readonly<Record<HttpFault, string>> = {
  proxy: 'the proxy in HTTPS_PROXY gave no connection to GitHub',
  certificate:
    "the certificate of GitHub's API could not be verified. Where a company's own authority has signed it, name its file in NODE_EXTRA_CA_CERTS",
  tls: "TLS with GitHub's API failed",
  network: 'GitHub could not be reached',
  reply: "what answered at the address of GitHub's API is not an HTTP server as expected",
};

const MEANING_OF_REPLY: Readonly<Record<ReplyFault, string>> = {
  'redirect-elsewhere': 'GitHub redirects to another server, which the token is not for',
  'redirect-loop': 'GitHub redirects again and again',
  'redirect-nowhere': 'GitHub redirects without an address',
  'not-as-documented': "the answer is not one of GitHub's API",
};

const MEANING_OF_END = {
  cancelled: 'the run was cancelled',
  late: 'GitHub answered too slowly; the next run goes on',
} as const;

/** The parts of Octokit's RequestError. */
interface RequestFault extends Error {
  readonly status?: number;
  readonly response?: { readonly headers: Readonly<Record<string, string>> };
}

/**
 * Why the issues could not be kept, in a sentence. GitHub's own text is not repeated.
 *
 * @param ended why every request was ended, where it was
 */
export function explainGitHubFault(error: unknown, ended?: 'cancelled' | 'late'): string {
  const [meaning, detail] = ended === undefined ? explain(error) : [MEANING_OF_END[ended]];
  const code = detail === undefined ? '' : ` (${printable(detail)})`;
  return `The tracking issues are not up to date: ${meaning}${code}. The check results are not affected.`;
}

function explain(error: unknown): [meaning: string, detail?: string] {
  const { name, status = 0, response, cause } = error as RequestFault;
  // Octokit gives an error of the network the status 500, no response, and the error itself as its cause.
  const isUnanswered = name === 'HttpError' && response === undefined;
  const reason = isUnanswered ? cause : error;
  if (reason instanceof HttpFailure) return [MEANING_OF_FAULT[reason.fault], reason.code];
  if (reason instanceof GitHubReplyError) return [MEANING_OF_REPLY[reason.fault]];
  if ((reason as Error).name === 'TimeoutError') return ['GitHub did not answer in time'];
  if (isUnanswered || status === 0) return ['the tracker itself failed', (reason as Error).name];
  const meaning = MEANING_OF_STATUS.get(isLimited(error as RequestFault) ? 429 : status);
  return [meaning ?? 'GitHub answered with an error', String(status)];
}

/** GitHub, "Rate limits for the REST API": 403 or 429, and a header or words that say so. */
function isLimited({ status, response, message }: RequestFault): boolean {
  const { 'retry-after': after, 'x-ratelimit-remaining': left } = response?.headers ?? {};
  return status === 403 && (after !== undefined || left === '0' || /rate limit/i.test(message));
}
