import {
  commandArgument,
  type TokenRefusal,
  refused,
  suspecting,
  type TokenRequestFacts,
} from './token-refusal.ts';

/** Refusals of a Google service account (https://developers.google.com/identity/protocols/oauth2/service-account#error-codes). */

const DELEGATION =
  'In the Admin console (Security, Access and data control, API controls, Domain-wide delegation) add the numeric client ID of the service account ("client_id" in its key, not its address) with exactly the scope https://mail.google.com/. It can take up to 24 hours to apply.';

const NOT_DELEGATED = refused(
  'The domain of the mailbox does not let this service account act for its users with this scope.',
  DELEGATION,
  'google-delegation',
);

/** What the sentences beside `invalid_grant` of a service account say. */
const GRANT_SENTENCES: readonly [RegExp, TokenRefusal][] = [
  [
    /short-lived token|reasonable timeframe|\biat\b.{0,20}\bexp\b/i,
    {
      id: 'google-clock',
      cause: 'token-request-invalid',
      explain: () => ({
        meaning:
          'The signed request was outside its validity period: the clock of this machine is wrong. This says nothing about the key.',
        nextStep:
          'Set the clock of this machine ("sudo timedatectl set-ntp true" on Linux), then run the check again.',
      }),
    },
  ],
  [
    /not a valid email|invalid email or user id/i,
    suspecting(
      refused(
        'The mailbox in "username" is not a user of the Google Workspace domain.',
        'Set "username" to the primary address of a user: an alias, a group and a gmail.com address cannot be delegated.',
        'google-no-such-user',
      ),
      'username',
    ),
  ],
  [
    /signature/i,
    {
      id: 'google-key',
      cause: 'token-refused',
      explain: ({ token }) => ({
        meaning:
          'The key of the service account was deleted, has expired, or is of another account.',
        nextStep: `Create a new key and store it in the secret behind "credentials-json": gcloud iam service-accounts keys create key.json --iam-account ${commandArgument(token.clientId, 'SERVICE_ACCOUNT')}`,
      }),
    },
  ],
  [
    /account not found/i,
    refused(
      'The service account does not exist any more.',
      'Within 30 days it can be restored (gcloud iam service-accounts undelete). Otherwise create a new one, delegate the mailbox to it and store its key.',
      'google-service-account-deleted',
    ),
  ],
];

/** @returns undefined when Google says nothing that is known */
export function refuseServiceAccount(
  error: string,
  { said }: TokenRequestFacts,
): TokenRefusal | undefined {
  if (error === 'unauthorized_client' || error === 'access_denied') return NOT_DELEGATED;
  if (error === 'invalid_scope') return SCOPE;
  if (error !== 'invalid_grant') return undefined;
  return GRANT_SENTENCES.find(([sentence]) => sentence.test(said))?.[1] ?? SERVICE_ACCOUNT;
}

const SCOPE: TokenRefusal = {
  id: 'google-scope',
  cause: 'token-request-invalid',
  explain: () => ({
    meaning: 'Google does not know the scope of the request.',
    nextStep: 'Leave "scope" out, or set it to exactly https://mail.google.com/.',
  }),
};

const SERVICE_ACCOUNT = refused(
  'Google rejected the request of the service account.',
  `Check that its key still exists, that "username" is a user of the domain, and the delegation. ${DELEGATION}`,
  'google-service-account',
);
