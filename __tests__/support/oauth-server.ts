import { createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type JWK, jwtVerify } from 'jose';
import { Provider } from 'oidc-provider';
import type { Identity } from './certificates.ts';

/** A real OAuth 2.0 server (oidc-provider) on loopback, over TLS, with the clients that the tests are. */
export interface OAuthServer {
  /** `https://localhost:…` */
  readonly issuer: string;
  readonly tokenEndpoint: string;
  /** Plays Google's endpoint for service accounts, which is not part of OpenID Connect. */
  readonly googleEndpoint: string;
  /** Requests to the token endpoints. */
  readonly requests: number;
  /** A refresh token for a mailbox, of the client `with-secret` unless told. */
  issueRefreshToken(mailbox: string, clientId?: string): Promise<string>;
  close(): Promise<void>;
}

export const CLIENT_SECRET = 'a-client-secret-of-the-test-%+&=';
export const SCOPE = 'https://mail.google.com/';
/** A scope that no client may ask for. */
export const FOREIGN_SCOPE = 'https://mail.google.com/everything';
/**
 * The subject of GitHub's token, which a federated credential at Entra ties to a client of another name.
 * OpenID Connect knows no such tie, so here the subject is the client, and the token's issuer as well.
 */
export const WORKFLOW = 'repo:acme/mail:ref:refs/heads/main';

export interface OAuthClients {
  /** The PEM certificate that the client `with-certificate` has registered. */
  readonly certificate: string;
  /** GitHub's key set. */
  readonly githubKeys: readonly JWK[];
  /** The PEM certificate of the service account's key. */
  readonly serviceAccount: string;
  /** The port on which tokens can be asked about in plaintext (RFC 7662); any free one without it. */
  readonly introspectionPort?: number;
}

/** The public key of a PEM certificate as a JWK for signatures. */
function publicJwk(pem: string): JWK {
  return { ...createPublicKey(pem).export({ format: 'jwk' }), use: 'sig' };
}

function createProvider(issuer: string, { certificate, githubKeys }: OAuthClients): Provider {
  const client = {
    redirect_uris: ['https://app.example.test/callback'],
    response_types: ['code' as const],
    grant_types: ['authorization_code', 'client_credentials', 'refresh_token'],
    scope: `openid offline_access ${SCOPE}`,
  };
  const signed = { ...client, token_endpoint_auth_method: 'private_key_jwt' as const };
  const configuration = {
    clients: [
      {
        ...client,
        client_id: 'with-secret',
        client_secret: CLIENT_SECRET,
        token_endpoint_auth_method: 'client_secret_post',
      },
      { ...signed, client_id: 'with-certificate', jwks: { keys: [publicJwk(certificate)] } },
      { ...signed, client_id: WORKFLOW, jwks: { keys: [...githubKeys] } },
      { ...client, client_id: 'dovecot', client_secret: 'dovecot' },
    ],
    scopes: ['openid', 'offline_access', SCOPE, FOREIGN_SCOPE],
    features: {
      clientCredentials: { enabled: true },
      introspection: { enabled: true },
      devInteractions: { enabled: false },
    },
    enabledJWA: { clientAuthSigningAlgValues: ['RS256', 'PS256', 'ES256'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id }),
    }),
    ttl: { ClientCredentials: 600, AccessToken: 600, RefreshToken: 600, Grant: 600 },
  };
  const provider = new Provider(issuer, configuration as never);
  acceptAudience(provider, AUDIENCE);
  return provider;
}

const AUDIENCE = 'api://AzureADTokenExchange';

/** Entra takes an audience of its own where OpenID Connect wants the server's address. */
function acceptAudience(provider: Provider, audience: string): void {
  const { prototype } = (provider as unknown as { OIDCContext: { prototype: Context } })
    .OIDCContext;
  const { clientJwtAuthExpectedAudience: ordinary } = prototype;
  prototype.clientJwtAuthExpectedAudience = function () {
    return ordinary.call(this).add(audience);
  };
}

interface Context {
  clientJwtAuthExpectedAudience: (this: Context) => Set<string>;
}

async function issueFor(
  provider: Provider,
  kind: 'AccessToken' | 'RefreshToken',
  accountId: string,
  clientId = 'with-secret',
): Promise<string> {
  const client = await provider.Client.find(clientId);
  if (!client) throw new Error('no such client');
  const grant = new provider.Grant({ accountId, clientId: client.clientId });
  grant.addOIDCScope(`offline_access ${SCOPE}`);
  const grantId = await grant.save();
  const given = { accountId, client, grantId, gty: 'authorization_code', scope: SCOPE };
  const scope = kind === 'RefreshToken' ? `offline_access ${SCOPE}` : SCOPE;
  return new provider[kind]({ ...given, scope }).save();
}

async function readBody(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return new URLSearchParams(body);
}

/** RFC 7523 section 2.1, as Google does it: the signed statement alone, no client. */
async function answerAsGoogle(
  request: IncomingMessage,
  response: ServerResponse,
  {
    provider,
    certificate,
    audience,
  }: { provider: Provider; certificate: string; audience: string },
): Promise<void> {
  const reply = (status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const fields = await readBody(request);
  try {
    const key = createPublicKey(certificate);
    const { payload } = await jwtVerify(fields.get('assertion') ?? '', key, { audience });
    if (payload['scope'] !== SCOPE || !payload.sub) throw new Error('no scope or subject');
    const token = await issueFor(provider, 'AccessToken', payload.sub);
    reply(200, { access_token: token, token_type: 'Bearer', expires_in: 600 });
  } catch {
    reply(400, { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' });
  }
}

export async function startOAuthServer(
  identity: Identity,
  clients: OAuthClients,
): Promise<OAuthServer> {
  // jest's own would make objects of another realm, which oidc-provider takes for something else.
  globalThis.structuredClone = (value) => JSON.parse(JSON.stringify(value)) as typeof value;
  let requests = 0;
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;
  const server = createServer({ cert: identity.cert, key: identity.key }, (request, response) => {
    if (request.method === 'POST') requests += 1;
    void handle(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `https://localhost:${(server.address() as AddressInfo).port}`;
  const provider = createProvider(issuer, clients);
  const callback = provider.callback();
  const google = { provider, certificate: clients.serviceAccount, audience: `${issuer}/google` };
  handle = (request, response) =>
    request.url === '/google'
      ? answerAsGoogle(request, response, google)
      : callback(request, response);
  const plain = createHttp((request, response) => {
    // Dovecot 2.3 has no way to say who asks.
    request.headers.authorization ??= `Basic ${Buffer.from('dovecot:dovecot').toString('base64')}`;
    void callback(request, response);
  });
  plain.listen(clients.introspectionPort ?? 0, '127.0.0.1');
  await once(plain, 'listening');
  return {
    issuer,
    tokenEndpoint: `${issuer}/token`,
    googleEndpoint: google.audience,
    get requests() {
      return requests;
    },
    issueRefreshToken: (mailbox, clientId) => issueFor(provider, 'RefreshToken', mailbox, clientId),
    async close() {
      for (const one of [server, plain]) {
        one.closeAllConnections();
        await new Promise((resolve) => one.close(resolve));
      }
    },
  };
}
