import type { Problem } from '../model/cause.ts';
import type { Failure } from '../model/failure.ts';
import type { HttpReply } from '../platform/http.ts';
import { type Asked, tokenFailure } from './request-failure.ts';
import {
  contentOf,
  describeOther,
  entraNumbers,
  parseJson,
  readRetryAfter,
  sentenceOf,
} from './reply-facts.ts';

/** A token as its endpoint gave it. */
export interface GivenToken {
  readonly token: string;
  /** Milliseconds from the request until the token expires, where the endpoint says so. */
  readonly lifetimeMs: number | undefined;
}

/** RFC 6749 appendix A.12: printable ASCII, no spaces. */
const ACCESS_TOKEN = /^[\x21-\x7e]+$/;

/**
 * Reads a token endpoint's reply (RFC 6749 sections 5.1 and 5.2).
 *
 * @param learn told of every token in the reply before its words are used
 * @throws Failure for everything but a bearer token; its detail holds the endpoint's own, hostile words
 */
export function readTokenReply(
  reply: HttpReply,
  asked: Asked,
  learn: (secret: string) => void,
): GivenToken {
  const fields = parseJson(reply.body);
  for (const name of ['access_token', 'refresh_token', 'id_token'] as const) {
    const value = fields?.[name];
    if (typeof value === 'string' && value !== '') learn(value);
  }
  const token = fields?.['access_token'];
  if (reply.status === 200 && typeof token === 'string' && ACCESS_TOKEN.test(token)) {
    const type = fields?.['token_type'];
    if (typeof type === 'string' && type.toLowerCase() === 'bearer') {
      return { token, lifetimeMs: readLifetime(fields?.['expires_in']) };
    }
    throw refusal(reply, asked, { problem: 'token-reply-malformed', detail: NOT_BEARER });
  }
  throw refusal(reply, asked);
}

const NOT_BEARER = 'the token is not a bearer token';

/** A year; a longer life is not news for a check that takes minutes. */
const MAX_LIFETIME_SECONDS = 31_536_000;

/** `expires_in` in seconds; some endpoints write it as a string. */
function readLifetime(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  if (typeof seconds !== 'number' || !(seconds > 0)) return undefined;
  return Math.min(seconds, MAX_LIFETIME_SECONDS) * 1000;
}

/** OAuth's errors by what they say of the client (RFC 6749 section 5.2, OpenID Connect Core 3.1.2.6, Google). */
const PROBLEM_OF_ERROR: ReadonlyMap<string, Problem> = new Map([
  ['invalid_client', 'token-refused'],
  ['invalid_grant', 'token-refused'],
  ['unauthorized_client', 'token-refused'],
  ['access_denied', 'token-refused'],
  ['consent_required', 'token-refused'],
  ['interaction_required', 'token-refused'],
  ['login_required', 'token-refused'],
  ['admin_policy_enforced', 'token-refused'],
  ['org_internal', 'token-refused'],
  ['deleted_client', 'token-refused'],
  ['disabled_client', 'token-refused'],
  ['temporarily_unavailable', 'token-unavailable'],
  ['server_error', 'token-unavailable'],
  ['slow_down', 'token-unavailable'],
]);

/** The Failure for a reply that is not a token. */
export function refusal(
  reply: HttpReply,
  asked: Asked,
  known: { readonly problem?: Problem; readonly detail?: string } = {},
): Failure {
  const { status } = reply;
  const fields = parseJson(reply.body);
  const error = errorCode(fields?.['error']);
  const said = sentenceOf(fields);
  const entra = entraNumbers(said, fields?.['error_codes']);
  const retryAfterMs = readRetryAfter(reply.headers['retry-after']);
  const own = error === undefined ? describeOther(reply, said) : join(error, said);
  return tokenFailure(known.problem ?? problemOf(status, error), asked, {
    code: entra[0] === undefined ? (error ?? `HTTP_${status}`) : `AADSTS${entra[0]}`,
    detail: known.detail ?? own,
    answered: {
      ...{ status, entra, content: contentOf(reply) },
      ...(error !== undefined && { error }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    },
  });
}

/** The codes of RFC 6749 section 5.2 and of all vendors are words like these; anything else is not repeated. */
const ERROR_CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

function errorCode(value: unknown): string | undefined {
  return typeof value === 'string' && ERROR_CODE.test(value) ? value : undefined;
}

function join(error: string, said: string): string {
  return said === '' ? error : `${error}: ${said}`;
}

function problemOf(status: number, error: string | undefined): Problem {
  if (status >= 500 || status === 429 || status === 408) return 'token-unavailable';
  if (error === undefined || status < 400) return 'token-reply-malformed';
  return PROBLEM_OF_ERROR.get(error) ?? 'token-request-invalid';
}
