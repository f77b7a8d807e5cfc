import type { Observation } from '../model/observation.ts';

/** How a credential that should be dead, and was accepted, is taken out of service. */

type Subject = Pick<Observation, 'account'>;

/** @returns one or two sentences, by what the login was made with and how a token was fetched */
export function revocationAdvice({ account }: Subject): string {
  const { kind, grant, proof = 'none' } = account.credential;
  switch (kind) {
    case 'password':
      return 'Revoke it at the provider: change the password, or delete the mailbox or key.';
    case 'client-certificate':
      return 'Revoke the certificate at its certificate authority, or remove it from the mail server.';
    case 'access-token':
      return `${ofUser(account.host)} ${UNTIL_EXPIRY}`;
    case 'token-request':
      if (grant === 'refresh-token') return `${ofUser(account.host)} ${UNTIL_EXPIRY}`;
      if (grant === 'service-account') return `${SERVICE_ACCOUNT} ${UNTIL_EXPIRY}`;
      return `${OF_APPLICATION[proof]} ${UNTIL_EXPIRY}`;
  }
}

const UNTIL_EXPIRY =
  'Access tokens that exist already work until they expire, mostly within an hour.';

const GOOGLE_HOST = /(?:^|\.)(?:gmail|googlemail|google)\.com\.?$/i;
const MICROSOFT_HOST = /(?:^|\.)(?:office365\.(?:com|us)|outlook\.(?:com|cn)|mx\.microsoft)\.?$/i;

function ofUser(host: string): string {
  if (GOOGLE_HOST.test(host)) {
    return 'Revoke the access of the client: as the mailbox at https://myaccount.google.com/connections, or by a POST of the token to https://oauth2.googleapis.com/revoke.';
  }
  if (MICROSOFT_HOST.test(host)) {
    return 'End the sessions of the user, which revokes the refresh token: Revoke-MgUserSignInSession -UserId MAILBOX.';
  }
  return 'Revoke the token, or the consent behind it, at the provider that issued it.';
}

const SERVICE_ACCOUNT =
  'Delete the key of the service account: gcloud iam service-accounts keys delete KEY_ID --iam-account SERVICE_ACCOUNT.';

const OF_APPLICATION = {
  secret: 'Delete the client secret at the provider (App registrations, Certificates & secrets).',
  certificate:
    'Remove the certificate from the application at the provider (App registrations, Certificates & secrets).',
  'github-oidc':
    'Delete the federated credential: az ad app federated-credential delete --id APP_ID --federated-credential-id NAME.',
  none: 'Disable the client at the provider.',
} as const;
