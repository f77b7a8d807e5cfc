import type { CredentialFacts } from '../../../model/account.ts';
import type { Observation } from '../../../model/observation.ts';

/** Words for a token that the mail server has seen: refused, or accepted when it should be dead. */

type Host = Pick<Observation, 'account'>;

const GOOGLE_HOST = /(?:^|\.)(?:gmail|googlemail|google)\.com\.?$/i;
const MICROSOFT_HOST = /(?:^|\.)(?:office365\.(?:com|us)|outlook\.(?:com|cn)|mx\.microsoft)\.?$/i;

/**
 * What to do after Microsoft's `535 5.7.3` to a token: "this token may not use this mailbox".
 *
 * @returns a whole sentence or more, by how the token was fetched
 */
export function microsoftMailboxAdvice({ grant }: CredentialFacts): string {
  if (grant === 'client-credentials') return APPLICATION;
  if (grant === 'refresh-token') return DELEGATED;
  return `For a token of a user: ${DELEGATED} For a token of an application: ${APPLICATION}`;
}

const DELEGATED =
  'The token must have the delegated permission SMTP.Send, and "username" must be the mailbox that signed in, or one that it has full access to. Check also that SMTP AUTH is on for the mailbox.';

const APPLICATION =
  'Register the application in Exchange Online with the object ID of the enterprise application (New-ServicePrincipal), and give it the role "Application SMTP.SendAsApp" or full access to the mailbox in "username" (Add-MailboxPermission). Changes take up to an hour.';

/** @returns how a token that should be dead is taken out of service; for a credential without a token nothing */
export function revocationAdvice({ account }: Host): string | undefined {
  const { kind, grant, proof } = account.credential;
  if (kind === 'access-token') return `${ofUser(account.host)} ${UNTIL_EXPIRY}`;
  if (kind !== 'token-request') return undefined;
  if (grant === 'refresh-token') return `${ofUser(account.host)} ${UNTIL_EXPIRY}`;
  if (grant === 'service-account') {
    return `Delete the key of the service account: gcloud iam service-accounts keys delete KEY_ID --iam-account SERVICE_ACCOUNT. ${UNTIL_EXPIRY}`;
  }
  return `${OF_APPLICATION[proof ?? 'none']} ${UNTIL_EXPIRY}`;
}

const UNTIL_EXPIRY =
  'Access tokens that exist already work until they expire, mostly within an hour.';

function ofUser(host: string): string {
  if (GOOGLE_HOST.test(host)) {
    return 'Revoke the access of the client: as the mailbox at https://myaccount.google.com/connections, or with POST https://oauth2.googleapis.com/revoke and the token.';
  }
  if (MICROSOFT_HOST.test(host)) {
    return 'End the sessions of the user, which revokes the refresh token: Revoke-MgUserSignInSession -UserId MAILBOX.';
  }
  return 'Revoke the token, or the consent behind it, at the provider that issued it (RFC 7009).';
}

const OF_APPLICATION = {
  secret: 'Delete the client secret at the provider (App registrations, Certificates & secrets).',
  certificate:
    'Remove the certificate from the application at the provider (App registrations, Certificates & secrets).',
  'github-oidc':
    'Delete the federated credential: az ad app federated-credential delete --id APP_ID --federated-credential-id NAME.',
  none: 'Disable the client at the provider.',
} as const;

/** A token that had expired by its own word when the server rejected it. */
export const EXPIRED_BEFORE_REPLY = {
  meaning:
    'The access token expired while the server was taking its time, so the rejection says nothing about the credential.',
  nextStep:
    'Run the check again. If it happens every time, ask the provider for tokens with a longer life.',
} as const;
