import { Failure } from '../model/failure.ts';
import { parseJson } from './reply.ts';
import { ask } from './request.ts';

/** The audience that Microsoft Entra expects of a token from elsewhere (its "workload identity federation"). */
const AUDIENCE = 'api://AzureADTokenExchange';

/**
 * Asks the runner for GitHub's signed statement which workflow this is. The address and its key are in
 * the environment of a job with `id-token: write`.
 *
 * @throws Failure when the job has no such permission or the runner gives no statement
 */
export async function fetchGitHubToken(
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string> {
  const address = environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
  const key = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
  if (address === '' || key === '') throw invalid(NO_PERMISSION);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !isSafe(url)) throw invalid("the runner's address for tokens is not an https one");
  url.searchParams.set('audience', AUDIENCE);
  const headers = { authorization: `Bearer ${key}`, accept: 'application/json' };
  const { status, body } = await ask(url, { method: 'GET', headers }, signal);
  if (status >= 500 || status === 429) throw new Failure('token-unavailable', runner(status));
  if (status !== 200) throw invalid(runner(status).detail);
  const { value } = parseJson(body) ?? {};
  if (typeof value !== 'string' || value === '') {
    throw new Failure('token-reply-malformed', { detail: 'the runner gave no token' });
  }
  return value;
}

const NO_PERMISSION =
  'no client secret and no certificate are given, so GitHub has to vouch for this workflow, and the job lacks the permission for that: add "permissions: id-token: write"';

function invalid(detail: string): Failure {
  return new Failure('token-request-invalid', { detail });
}

function runner(status: number): { detail: string } {
  return { detail: `the runner answered with HTTP status ${status}` };
}

/** Clear text only where it does not leave the machine. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);
