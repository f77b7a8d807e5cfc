import type { ClientProof, TokenRequest } from '../model/account.ts';
import { trustedCertificates } from '../platform/authorities.ts';
import { signClientAssertion, signGrant } from './assertion.ts';
import { fetchGitHubToken } from './github.ts';
import { readTokenReply } from './reply.ts';
import { ask } from './request.ts';

/** What fetching a token needs from the check that it is for. */
export interface TokenTools {
  /** The end of the account's time. */
  readonly signal: AbortSignal;
  /** Told of every secret before it is used, so that it is masked and redacted. */
  readonly learn: (secret: string) => void;
}

/** Where the runner's own address for tokens is found, and further trusted authorities, PEM. */
export interface TokenSurroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly ca?: string | undefined;
}

type Fields = Readonly<Record<string, string>>;

/**
 * Fetches an OAuth 2.0 access token, in one request.
 *
 * @throws Failure with a `token-…` problem when there is none; the signal's reason when time is over
 */
export async function obtainToken(
  request: TokenRequest,
  tools: TokenTools,
  { environment, ca }: TokenSurroundings,
): Promise<string> {
  const { endpoint, scope } = request;
  const fields = await grantFields(request, tools, environment);
  const body = new URLSearchParams({ ...fields, ...(scope !== undefined && { scope }) });
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  };
  const question = { method: 'POST', headers, body: body.toString() } as const;
  const trusted = ca === undefined ? undefined : trustedCertificates(ca);
  return readTokenReply(await ask(new URL(endpoint), { ...question, ca: trusted }, tools.signal));
}

async function grantFields(
  { endpoint, grant, scope }: TokenRequest,
  tools: TokenTools,
  environment: NodeJS.ProcessEnv,
): Promise<Fields> {
  if (grant.kind === 'service-account') {
    const assertion = await signGrant(grant, endpoint, scope);
    tools.learn(assertion);
    return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
  }
  const { clientId, proof } = grant;
  const client = {
    client_id: clientId,
    ...(await proofFields(clientId, proof, endpoint, tools, environment)),
  };
  if (grant.kind === 'client-credentials') return { grant_type: 'client_credentials', ...client };
  const { refreshToken } = grant;
  tools.learn(refreshToken);
  return { grant_type: 'refresh_token', refresh_token: refreshToken, ...client };
}

async function proofFields(
  clientId: string,
  proof: ClientProof,
  endpoint: string,
  { signal, learn }: TokenTools,
  environment: NodeJS.ProcessEnv,
): Promise<Fields> {
  if (proof.kind === 'none') return {};
  if (proof.kind === 'secret') {
    learn(proof.secret);
    return { client_secret: proof.secret };
  }
  const assertion =
    proof.kind === 'certificate'
      ? await signClientAssertion(clientId, proof.certificate, endpoint)
      : await fetchGitHubToken(environment, signal);
  learn(assertion);
  const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  return { client_assertion_type: type, client_assertion: assertion };
}
