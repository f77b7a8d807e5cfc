import { request } from '../../platform/http.ts';

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
