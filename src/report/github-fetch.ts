import { request } from '../http.ts';

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
