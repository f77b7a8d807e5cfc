import type { TokenGrant, TokenRequest } from '../model/account.ts';
import { audienceFor, cloudOfLogin } from '../model/microsoft-clouds.ts';
import type { JobIdentity } from '../model/token-facts.ts';
import { ask, type TokenTools } from './ask.ts';
import { type Asked, tokenFailure } from './request-failure.ts';
import { signClientAssertion, signGrant } from './assertion.ts';
import { type GivenToken, readTokenReply } from './endpoint-reply.ts';
import { fetchOidcToken } from './github-oidc.ts';

/** Where the runner's own address for tokens is found, and further trusted certificate authorities, PEM. */
export interface TokenSurroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly ca?: string | undefined;
}

/** Fields of the request's form, and who the job is where GitHub's OIDC token is one of them. */
interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly job?: JobIdentity | undefined;
}

/**
 * Fetches an OAuth 2.0 access token, in one request.
 *
 * @throws Failure with a `token-…` problem when there is none; the signal's reason when time is over
 */
export async function obtainToken(
  request: TokenRequest,
  tools: TokenTools,
  { environment, ca }: TokenSurroundings,
): Promise<GivenToken> {
  const { endpoint, scope } = request;
  const url = new URL(endpoint);
  const target = describeRequest(request, url);
  const { fields, job } = await fillForm(request, { url, tools, environment, target });
  const asked = { ...target, ...(job && { job }) };
  const body = new URLSearchParams({ ...fields, ...(scope !== undefined && { scope }) });
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  };
  const question = { method: 'POST', headers, body: body.toString(), ca };
  const reply = await ask(url, question, { asked, signal: tools.signal });
  return readTokenReply(reply, asked, tools.learn);
}

function describeRequest({ endpointFrom, grant, scope }: TokenRequest, url: URL): Asked {
  const clientId = grant.kind === 'service-account' ? grant.issuer : grant.clientId;
  const asked = { party: 'endpoint', host: url.host, endpointFrom, clientId } as const;
  return { ...asked, ...(scope !== undefined && { scope }) };
}

interface Circumstances {
  readonly url: URL;
  readonly tools: TokenTools;
  readonly environment: NodeJS.ProcessEnv;
  readonly target: Asked;
}

async function fillForm(request: TokenRequest, around: Circumstances): Promise<Form> {
  const { grant, endpoint, scope } = request;
  const { tools, target } = around;
  if (grant.kind === 'service-account') {
    const assertion = await signGrant(grant, { audience: endpoint, scope, asked: target });
    tools.learn(assertion);
    return { fields: { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion } };
  }
  const { fields, job } = await proveClient(grant, around);
  const client = { client_id: grant.clientId, ...fields };
  if (grant.kind === 'client-credentials') {
    return { fields: { grant_type: 'client_credentials', ...client }, job };
  }
  const { refreshToken } = grant;
  tools.learn(refreshToken);
  return {
    fields: { grant_type: 'refresh_token', refresh_token: refreshToken, ...client },
    job,
  };
}

async function proveClient(
  { clientId, proof }: Exclude<TokenGrant, { kind: 'service-account' }>,
  { url, tools, environment, target }: Circumstances,
): Promise<Form> {
  switch (proof.kind) {
    case 'none':
      return { fields: {} };
    case 'secret':
      tools.learn(proof.secret);
      return { fields: { client_secret: proof.secret } };
    case 'certificate': {
      const facts = { audience: url.href, asked: target };
      return asAssertion(await signClientAssertion(clientId, proof.certificate, facts), tools);
    }
    case 'github-oidc': {
      refuseForeign(url, target);
      const audience = audienceFor(url.host);
      const { token, job } = await fetchOidcToken(environment, audience, tools, target);
      return { ...asAssertion(token, tools), job };
    }
  }
}

function asAssertion(assertion: string, { learn }: TokenTools): Form {
  learn(assertion);
  const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  return { fields: { client_assertion_type: type, client_assertion: assertion } };
}

/** Anyone who has the OIDC token can show it to Microsoft for some minutes, so it goes nowhere by mistake. */
function refuseForeign(url: URL, target: Asked): void {
  if (cloudOfLogin(url.host) || target.endpointFrom === 'token-endpoint') return;
  const answered = { obstacle: 'endpoint-foreign' } as const;
  throw tokenFailure('token-request-invalid', target, { code: 'endpoint-foreign', answered });
}
