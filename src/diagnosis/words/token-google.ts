import { refuseServiceAccount } from './token-google-service-account.ts';
import {
  commandArgument,
  type TokenRefusal,
  refused,
  suspecting,
  SIGN_IN_AGAIN,
  type TokenRequestFacts,
} from './token-refusal.ts';

/**
 * Refusals of Google, which has one error for many reasons and a sentence for each
 * (https://developers.google.com/identity/protocols/oauth2/service-account#error-codes and .../oauth2#expiration).
 */

/** @returns undefined when the refusal is not one that Google is known for */
export function googleRefusal(request: TokenRequestFacts): TokenRefusal | undefined {
  const { error } = request.token;
  if (error === undefined) return undefined;
  const own = OWN_ERRORS.get(error);
  if (own) return own;
  if (request.grant === 'service-account') return refuseServiceAccount(error, request);
  if (request.grant === 'refresh-token' && isGoogle(request)) return ofRefreshToken(error, request);
  return undefined;
}

/** Google's sentences for a refresh token, which no other provider is known for. */
const OWN_SENTENCE =
  /: (?:Token has been expired or revoked\.?|Bad Request|reauth related error.{0,40})$/;

function isGoogle({ token, smtpHost, said }: TokenRequestFacts): boolean {
  return (
    /(?:^|\.)(?:googleapis|google)\.com$/.test(token.host) ||
    /(?:^|\.)(?:gmail|googlemail|google)\.com\.?$/i.test(smtpHost) ||
    OWN_SENTENCE.test(said)
  );
}

type Words = readonly [meaning: string, nextStep: string];

/** A service account is disabled or deleted with its key, any other client in the list of OAuth clients. */
function client(id: string, forServiceAccount: Words, forOthers: Words): TokenRefusal {
  return {
    id,
    cause: 'token-refused',
    explain: ({ grant, token }) => {
      const [meaning, nextStep] = grant === 'service-account' ? forServiceAccount : forOthers;
      const account = commandArgument(token.clientId, 'SERVICE_ACCOUNT');
      return { meaning, nextStep: nextStep.replaceAll('SERVICE_ACCOUNT', account) };
    },
  };
}

/** Errors that only Google gives. */
const OWN_ERRORS: ReadonlyMap<string, TokenRefusal> = new Map([
  [
    'disabled_client',
    client(
      'google-disabled-client',
      [
        'The key of the service account, or the service account itself, is disabled.',
        'Enable the key in the Google Cloud console (IAM & Admin, Service accounts, Keys), or the account: gcloud iam service-accounts enable SERVICE_ACCOUNT',
      ],
      [
        'The OAuth client is disabled.',
        'Enable the client in the Google Cloud console (Google Auth Platform, Clients), or create a new one and sign in with it.',
      ],
    ),
  ],
  [
    'deleted_client',
    client(
      'google-deleted-client',
      [
        'The service account or its client was deleted.',
        'Within 30 days it can be restored (gcloud iam service-accounts undelete). Otherwise create a new service account, delegate the mailbox to it and store its key.',
      ],
      [
        'The OAuth client was deleted.',
        'Restore the client in the Google Cloud console within 30 days (Google Auth Platform, Clients), or create a new one, sign in with it and store the new refresh token.',
      ],
    ),
  ],
  [
    'admin_policy_enforced',
    refused(
      'A policy of the Google Workspace administrator does not let this client have the scope.',
      'An administrator marks the client as trusted: Admin console, Security, Access and data control, API controls, Manage app access.',
      'google-admin-policy',
    ),
  ],
  [
    'org_internal',
    refused(
      'The OAuth client is for users of its own Google Cloud organization, and this mailbox is not one of them.',
      'Use a client of the mailbox\'s own organization, or set the user type of the client to "External" (Google Auth Platform, Audience).',
      'google-internal-client',
    ),
  ],
]);

const REAUTH = refused(
  'The refresh token has expired: a session policy of the organization asks for a new sign-in after some hours.',
  `${SIGN_IN_AGAIN} To end this, an administrator exempts trusted apps (Admin console, Security, Google Cloud session control) and trusts this client.`,
  'google-reauthentication',
);

const DEAD_REFRESH_TOKEN = suspecting(
  refused(
    'The refresh token has expired or was revoked.',
    `${SIGN_IN_AGAIN} Google ends refresh tokens after 7 days while the consent screen of the client is in the status "Testing" (publish it under Google Auth Platform, Audience), when the password of the mailbox changes, and after six months without use.`,
    'google-refresh-token',
  ),
  'refresh-token',
);

const OTHER_CLIENT = suspecting(
  refused(
    'The refresh token was issued to another client.',
    'Set "client-id" and "client-secret" to those of the client with which the refresh token was made.',
    'google-other-client',
  ),
  'client-id',
);

const CLIENT = suspecting(
  refused(
    'Google rejected the client ID or the client secret.',
    'Check that "client-id" is a client in the Google Cloud console (Google Auth Platform, Clients) and that "client-secret" is one of its secrets, which end in neither space nor line break.',
    'google-client-secret',
  ),
  'client-secret',
  'client-id',
);

function ofRefreshToken(
  error: string,
  { said, proof }: TokenRequestFacts,
): TokenRefusal | undefined {
  if (error === 'invalid_grant')
    return /\brapt\b|invalid_rapt|reauth/i.test(said) ? REAUTH : DEAD_REFRESH_TOKEN;
  if (error === 'unauthorized_client') return OTHER_CLIENT;
  if (error === 'invalid_client' && proof === 'secret') return CLIENT;
  return undefined;
}
