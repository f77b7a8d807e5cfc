import { decodeJwt } from 'jose';
import type { Failure } from '../model/failure.ts';
import type { JobIdentity, OidcObstacle } from '../model/token-facts.ts';
import { ask, type TokenTools } from './ask.ts';
import { type Asked, tokenFailure } from './request-failure.ts';
import { parseJson, readRetryAfter, sentenceOf } from './reply-facts.ts';

/** GitHub's OIDC token of this job. */
export interface OidcToken {
  readonly token: string;
  /** Undefined when the token cannot be read. */
  readonly job: JobIdentity | undefined;
}

/**
 * Asks GitHub for its OIDC token, which says what job this is. The address and its key are in the environment of a job
 * with `id-token: write` (https://docs.github.com/actions/reference/security/oidc).
 *
 * @throws Failure when there is none
 */
export async function fetchOidcToken(
  environment: NodeJS.ProcessEnv,
  audience: string,
  { signal, learn }: TokenTools,
  endpoint: Asked,
): Promise<OidcToken> {
  const address = environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
  const key = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
  const asked = { ...endpoint, party: 'github', host: '' } as const;
  if (address === '' || key === '') throw hindered(asked, obstacleIn(environment));
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !isSafe(url)) throw hindered(asked, 'address-unsafe');
  learn(key);
  url.searchParams.set('audience', audience);
  const headers = { authorization: `Bearer ${key}`, accept: 'application/json' };
  const known = { ...asked, host: url.host };
  const reply = await ask(url, { method: 'GET', headers }, { asked: known, signal });
  const fields = parseJson(reply.body);
  const token = fields?.['value'];
  if (reply.status !== 200 || typeof token !== 'string' || !TOKEN.test(token)) {
    throw refused(reply.status, known, {
      said: sentenceOf(fields),
      retryAfterMs: readRetryAfter(reply.headers['retry-after']),
    });
  }
  return { token, job: identityOf(token) };
}

/** Its form is the endpoint's business; it must only fit into one field of a form. */
const TOKEN = /^[\x21-\x7e]+$/;

function hindered(asked: Asked, obstacle: OidcObstacle): Failure {
  const answered = { obstacle };
  return tokenFailure('token-request-invalid', asked, { code: obstacle, answered });
}

function obstacleIn(environment: NodeJS.ProcessEnv): OidcObstacle {
  if (environment['GITHUB_ACTIONS'] !== 'true') return 'outside-actions';
  return environment['GITHUB_EVENT_NAME'] === 'pull_request' ? 'pull-request' : 'no-permission';
}

function refused(
  status: number,
  asked: Asked,
  { said, retryAfterMs }: { readonly said: string; readonly retryAfterMs: number | undefined },
): Failure {
  const isBusy = status >= 500 || status === 429;
  const isRefusal = status >= 400 && status <= 499;
  const problem = isBusy
    ? 'token-unavailable'
    : isRefusal
      ? 'token-request-invalid'
      : 'token-reply-malformed';
  return tokenFailure(problem, asked, {
    code: `HTTP_${status}`,
    detail: `HTTP status ${status}${said === '' ? '' : `: ${said}`}`,
    answered: { status, ...(retryAfterMs !== undefined && { retryAfterMs }) },
  });
}

function identityOf(token: string): JobIdentity | undefined {
  try {
    const { sub: subject = '', iss: issuer = '', aud = '' } = decodeJwt(token);
    const audience = Array.isArray(aud) ? aud.join(' ') : aud;
    return [subject, issuer, audience].every((claim) => typeof claim === 'string' && claim !== '')
      ? { subject, issuer, audience }
      : undefined;
  } catch {
    return undefined; // the endpoint judges the token; its claims are only for the report
  }
}

/** Plaintext only where it does not leave the machine. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);
