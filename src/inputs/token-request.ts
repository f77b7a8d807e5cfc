import type { ClientCertificate, ClientProof, TokenGrant, TokenRequest } from '../model/account.ts';
import { cloudOfLogin, cloudOfMailbox } from '../model/microsoft-clouds.ts';
import { parseHttpsUrl, parseLine, parseTenant } from './credential-values.ts';
import type { AccountInput } from './names.ts';
import { type AccountReader, type Incomplete, present } from './reader.ts';
import { parseServiceAccount } from './service-account.ts';

/** Google's one scope for SMTP. */
const GOOGLE_SCOPE = 'https://mail.google.com/';

/** The inputs that ask for a token to be fetched, the most telling one first. */
export const TOKEN_REQUEST_INPUTS = [
  'credentials-json',
  'refresh-token',
  'client-id',
] as const satisfies readonly AccountInput[];

/** The inputs that only complete such a request. */
export const TOKEN_REQUEST_PARTS = [
  'tenant-id',
  'client-secret',
  'token-endpoint',
  'scope',
] as const satisfies readonly AccountInput[];

/**
 * Reads how an access token is to be fetched, from the inputs that say so: `credentials-json`, or
 * `refresh-token`, or `client-id` alone.
 *
 * @param username the mailbox that the token is for; undefined when it is faulty
 * @param certificate signs the request when there is no client secret
 * @returns undefined when no token is to be fetched, or when an input is faulty
 */
export function readTokenRequest(
  reader: AccountReader,
  username: string | undefined,
  certificate: ClientCertificate | undefined,
): TokenRequest | undefined {
  const endpoint = reader.optional('token-endpoint', parseHttpsUrl);
  const scope = reader.optional('scope', parseLine);
  const tenant = reader.optional('tenant-id', parseTenant);
  if (reader.isGiven('credentials-json')) {
    return serviceAccountRequest(reader, username, { endpoint, scope });
  }
  const grant = readClientGrant(reader, certificate);
  if (!grant) return undefined;
  const server = reader.raw('host');
  const asked = endpoint ?? microsoftEndpoint(reader, tenant, server);
  if (asked === undefined) return undefined;
  const endpointFrom = endpoint === undefined ? 'tenant-id' : 'token-endpoint';
  if (grant.kind === 'refresh-token') {
    // A refresh token carries its scope with it.
    return present<TokenRequest>({ endpoint: asked, endpointFrom, grant, scope });
  }
  const { host } = new URL(asked);
  if (/(?:^|\.)google(?:apis)?\.com$/.test(host)) refuseGoogleClient(reader);
  const isForMicrosoft = tenant !== undefined || cloudOfLogin(host) !== undefined;
  const usual = isForMicrosoft ? cloudOfMailbox(server, host).mail.application : undefined;
  return present<TokenRequest>({ endpoint: asked, endpointFrom, grant, scope: scope ?? usual });
}

function serviceAccountRequest(
  reader: AccountReader,
  username: string | undefined,
  { endpoint, scope }: Incomplete<Pick<TokenRequest, 'endpoint' | 'scope'>>,
): TokenRequest | undefined {
  const key = reader.read('credentials-json', parseServiceAccount);
  if (!key || username === undefined) return undefined;
  return {
    endpoint: endpoint ?? key.tokenUri,
    endpointFrom: endpoint === undefined ? 'credentials-json' : 'token-endpoint',
    grant: { kind: 'service-account', ...key.signer, subject: username },
    scope: scope ?? GOOGLE_SCOPE,
  };
}

/** An empty secret must not turn the request into another one, which Google does not have. */
function refuseGoogleClient(reader: AccountReader): void {
  reader.refuse(
    'refresh-token',
    'missing',
    ({ absent, mention }) =>
      `${absent('refresh-token')}, and Google gives a client no token of its own; give it, or ${mention('credentials-json')} instead of ${mention('client-id')}`,
  );
}

function readClientGrant(
  reader: AccountReader,
  certificate: ClientCertificate | undefined,
): TokenGrant | undefined {
  const secret = reader.optional('client-secret', parseLine);
  const refreshToken = reader.optional('refresh-token', parseLine);
  const clientId = reader.optional('client-id', parseLine);
  const bySecret: ClientProof | undefined =
    secret === undefined ? undefined : { kind: 'secret', secret };
  const byCertificate: ClientProof | undefined = certificate && {
    kind: 'certificate',
    certificate,
  };
  if (reader.isGiven('refresh-token')) {
    if (!reader.isGiven('client-id')) {
      reader.refuse(
        'client-id',
        'missing',
        ({ absent, mention }) =>
          `${absent('client-id')}, and ${mention('refresh-token')} belongs to a client`,
      );
    }
    if (clientId === undefined || refreshToken === undefined) return undefined;
    const proof = bySecret ?? byCertificate ?? { kind: 'none' };
    return { kind: 'refresh-token', clientId, proof, refreshToken };
  }
  if (clientId === undefined) return undefined;
  // Without a secret and a certificate, GitHub's OIDC token authenticates the workflow.
  const proof = bySecret ?? byCertificate ?? { kind: 'github-oidc' };
  return { kind: 'client-credentials', clientId, proof };
}

/** The endpoint of the cloud that the mail server is in. */
function microsoftEndpoint(
  reader: AccountReader,
  tenant: string | undefined,
  server: string,
): string | undefined {
  if (reader.isGiven('token-endpoint') || reader.isGiven('tenant-id')) {
    return tenant && `https://${cloudOfMailbox(server).logins[0]}/${tenant}/oauth2/v2.0/token`;
  }
  reader.refuse(
    'token-endpoint',
    'missing',
    ({ absent, mention }) =>
      `${absent('token-endpoint')}; give it, or ${mention('tenant-id')} for Microsoft`,
  );
  return undefined;
}
