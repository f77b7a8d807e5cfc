import { asReason } from '../sasl/mechanism.ts';
import type { Problem } from '../model/cause.ts';
import { Failure } from '../model/failure.ts';
import type { HttpReply } from '../platform/http.ts';

/** RFC 6749 appendix A.12: printable ASCII, no blanks. */
const ACCESS_TOKEN = /^[\x21-\x7e]+$/;

/**
 * Reads a token endpoint's answer (RFC 6749 sections 5.1 and 5.2).
 *
 * @throws Failure for everything but a bearer token; its detail holds the endpoint's own, hostile words
 */
export function readTokenReply({ status, body }: HttpReply): string {
  const reply = parseJson(body);
  const token = reply?.['access_token'];
  if (status === 200 && typeof token === 'string' && ACCESS_TOKEN.test(token)) {
    const type = reply?.['token_type'];
    if (typeof type === 'string' && type.toLowerCase() === 'bearer') return token;
    throw new Failure('token-reply-malformed', { detail: 'the token is not a bearer token' });
  }
  const error = asReason(reply?.['error']);
  const description = reply?.['error_description'];
  const words = typeof description === 'string' ? `: ${description}` : '';
  throw new Failure(judge(status, error), {
    detail: error === undefined ? `HTTP status ${status}, no OAuth reply` : `${error}${words}`,
  });
}

/** OAuth's errors by what they say of the credential (RFC 6749 section 5.2, OpenID Connect Core 3.1.2.6). */
const PROBLEM_OF_ERROR: Readonly<Record<string, Problem>> = {
  invalid_client: 'token-refused',
  invalid_grant: 'token-refused',
  unauthorized_client: 'token-refused',
  access_denied: 'token-refused',
  consent_required: 'token-refused',
  interaction_required: 'token-refused',
  temporarily_unavailable: 'token-unavailable',
  server_error: 'token-unavailable',
  slow_down: 'token-unavailable',
};

function judge(status: number, error: string | undefined): Problem {
  if (status >= 500 || status === 429) return 'token-unavailable';
  if (error === undefined || status < 400) return 'token-reply-malformed';
  return PROBLEM_OF_ERROR[error] ?? 'token-request-invalid';
}

/** @returns undefined when the text is not a JSON object */
export function parseJson(text: string): Partial<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined; // every caller says what it missed in it
  }
}
