import type { AccountInput } from './names.ts';
import type { Read } from './account.ts';
import {
  parseHttpsUrl,
  parseLine,
  parseServiceAccount,
  parseTenant,
  type ServiceAccount,
} from './secret-values.ts';
import type { ClientCertificate, ClientProof, TokenGrant, TokenRequest } from '../model/account.ts';
import { orAbsent, parseUsername } from './values.ts';

/** Application permission to send as the mailboxes that Exchange allows this application. */
const MICROSOFT_SCOPE = 'https://outlook.office365.com/.default';
/** Google's one scope for SMTP. */
const GOOGLE_SCOPE = 'https://mail.google.com/';

/**
 * Reads how an access token is to be fetched, from the inputs that say so: `credentials-json`, or
 * `refresh-token`, or `client-id` alone.
 *
 * @param certificate signs the request when there is no client secret
 * @returns undefined when no token is to be fetched
 */
export function readTokenRequest(
  read: Read,
  certificate: ClientCertificate | undefined,
): TokenRequest | undefined {
  const key = read<ServiceAccount | undefined>(
    'credentials-json',
    orAbsent(parseServiceAccount),
    undefined,
  );
  const endpoint = read('token-endpoint', orAbsent(parseHttpsUrl), undefined);
  const scope = read('scope', orAbsent(parseLine), undefined);
  if (key) {
    const subject = read('username', parseUsername, '');
    const grant = { kind: 'service-account', ...key.signer, subject } as const;
    return { endpoint: endpoint ?? key.tokenUri, grant, scope: scope ?? GOOGLE_SCOPE };
  }
  const grant = readClientGrant(read, certificate);
  if (!grant) {
    refuseStrays(read);
    return undefined;
  }
  const tenant = read('tenant-id', orAbsent(parseTenant), undefined);
  const chosen = scope ?? (isForMicrosoft(grant, tenant) ? MICROSOFT_SCOPE : undefined);
  return {
    endpoint: endpoint ?? microsoftEndpoint(read, tenant),
    grant,
    ...(chosen !== undefined && { scope: chosen }),
  };
}

function readClientGrant(
  read: Read,
  certificate: ClientCertificate | undefined,
): TokenGrant | undefined {
  const clientId = read<string>('client-id', parseLine, '');
  const secret = read<string>('client-secret', parseLine, '');
  const refreshToken = read<string>('refresh-token', parseLine, '');
  const bySecret: ClientProof | undefined = secret === '' ? undefined : { kind: 'secret', secret };
  if (refreshToken !== '') {
    if (clientId === '') refuse(read, 'client-id', 'is empty; "refresh-token" belongs to a client');
    const proof = bySecret ?? { kind: 'none' };
    return { kind: 'refresh-token', clientId, proof, refreshToken };
  }
  if (clientId === '') return undefined;
  // A secret if there is one, else a certificate, else GitHub vouches for the workflow.
  const byCertificate: ClientProof = certificate
    ? { kind: 'certificate', certificate }
    : { kind: 'github-oidc' };
  return { kind: 'client-credentials', clientId, proof: bySecret ?? byCertificate };
}

/** A refresh token carries its scope with it; an application's own request must name one. */
function isForMicrosoft({ kind }: TokenGrant, tenant: string | undefined): boolean {
  return kind === 'client-credentials' && tenant !== undefined;
}

function microsoftEndpoint(read: Read, tenant: string | undefined): string {
  if (tenant === undefined) {
    refuse(read, 'token-endpoint', 'is empty; give it, or "tenant-id" for Microsoft');
  }
  return `https://login.microsoftonline.com/${tenant ?? ''}/oauth2/v2.0/token`;
}

/** Inputs that mean nothing without a client ID: most likely its secret is empty. */
function refuseStrays(read: Read): void {
  for (const input of ['tenant-id', 'client-secret', 'token-endpoint', 'scope'] as const) {
    const value = read<string>(input, (text) => text, '');
    if (value !== '') refuse(read, input, 'needs "client-id" too, which is empty');
  }
}

function refuse(read: Read, input: AccountInput, message: string): void {
  read(
    input,
    () => {
      throw new Error(message);
    },
    undefined,
  );
}
