import { request } from '../http.ts';

/** A hundred issues, each with a body of at most 65,536 characters, and what GitHub tells about them. */
const MAX_BYTES = 32 * 1024 * 1024;

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
  const reply = await request(new URL(address), question, signal);
  const fields = Object.entries(reply.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const text = WITHOUT_BODY.has(reply.status) ? null : reply.body;
  return new Response(text, { status: reply.status, headers: fields });
}
