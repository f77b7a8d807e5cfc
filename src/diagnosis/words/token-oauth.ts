import type { Explanation } from '../explanation.ts';
import { SIGN_IN_AGAIN, type TokenRequestFacts } from './token-refusal.ts';

/** The errors of OAuth 2.0 as any provider means them (RFC 6749 section 5.2), by grant and proof. */

const LOOK_UP =
  'The AADSTS number has a page of its own at https://login.microsoftonline.com/error.';

type Explain = (request: TokenRequestFacts) => Explanation;

/** @returns the words for an error, also for one that nobody knows */
export function explainOauthError(request: TokenRequestFacts): Explanation {
  const explain = ERRORS.get(request.token.error ?? '') ?? unknownError;
  const words = explain(request);
  if (request.token.entra.length === 0) return words;
  return { ...words, nextStep: `${words.nextStep} ${LOOK_UP}` };
}

const SERVICE_ACCOUNT: Explanation = {
  meaning: 'The token endpoint rejected the signed request of the service account.',
  nextStep:
    'Check that the key in "credentials-json" still exists and may act for the mailbox in "username".',
};

const CLIENT = {
  none: [
    'The token endpoint rejected the client: it may want a client secret, and none was given.',
    'Check "client-id". If the provider gave the client a secret, give "client-secret" too.',
  ],
  secret: [
    'The token endpoint rejected the client ID or the client secret.',
    'Check "client-id" and "client-secret": the secret may have expired or been replaced.',
  ],
  certificate: [
    'The token endpoint rejected the client ID or the client certificate.',
    'Check "client-id", and that the provider knows "client-certificate" for it.',
  ],
  'github-oidc': [
    "The token endpoint rejected GitHub's OIDC token for this client.",
    'Check "client-id", and that the provider trusts the OIDC tokens of this repository for it.',
  ],
} as const;

const invalidClient: Explain = ({ grant, proof }) => {
  if (grant === 'service-account') return SERVICE_ACCOUNT;
  const [meaning, nextStep] = CLIENT[proof];
  return { meaning, nextStep };
};

const invalidGrant: Explain = (request) => {
  switch (request.grant) {
    case 'refresh-token':
      return {
        meaning:
          'The refresh token has expired, was revoked, or belongs to another client. This is final.',
        nextStep: SIGN_IN_AGAIN,
      };
    case 'service-account':
      return SERVICE_ACCOUNT;
    case 'client-credentials':
      return invalidClient(request);
  }
};

const unauthorizedClient: Explain = ({ grant }) =>
  grant === 'refresh-token'
    ? {
        meaning: 'The client may not use this refresh token: it may belong to another client.',
        nextStep:
          'Set "client-id" to the client with which the refresh token was made, and allow it to use refresh tokens at the provider.',
      }
    : {
        meaning: 'The client may not ask for a token with its own credentials.',
        nextStep: 'Allow the grant "client credentials" for "client-id" at the provider.',
      };

const needsUser: Explain = ({ grant }) =>
  grant === 'refresh-token'
    ? {
        meaning: 'The provider wants the user to sign in or to consent again.',
        nextStep: SIGN_IN_AGAIN,
      }
    : {
        meaning: 'The provider wants somebody to consent to what the client asks for.',
        nextStep: 'An administrator consents to the permissions of "client-id" at the provider.',
      };

const accessDenied: Explain = ({ grant }) => ({
  meaning: 'The provider does not let this client have a token.',
  nextStep:
    grant === 'refresh-token'
      ? 'Ask the administrator of the provider which rule it was; then sign in as the mailbox again if the refresh token was revoked.'
      : 'Ask the administrator of the provider which rule it was: a missing permission or a policy.',
});

const invalidScope: Explain = ({ grant }) => ({
  meaning: 'The token endpoint does not accept the scope.',
  nextStep:
    grant === 'refresh-token'
      ? 'Leave "scope" out: the refresh token has a scope already.'
      : 'Correct "scope": it must be one that the provider lets this client ask for.',
});

const unsupportedGrant: Explain = ({ token }) => ({
  meaning: 'The token endpoint does not support this way to ask for a token.',
  nextStep: `${token.endpointFrom === 'token-endpoint' ? 'Check "token-endpoint". ' : ''}Ask the provider which grant it supports without a user.`,
});

const unknownError: Explain = ({ code }) => ({
  meaning: `The token endpoint did not accept the request (${code}).`,
  nextStep: 'Read its own words, and correct the input they name.',
});

const ERRORS: ReadonlyMap<string, Explain> = new Map([
  ['invalid_client', invalidClient],
  ['invalid_grant', invalidGrant],
  ['unauthorized_client', unauthorizedClient],
  ['consent_required', needsUser],
  ['interaction_required', needsUser],
  ['login_required', needsUser],
  ['access_denied', accessDenied],
  ['invalid_scope', invalidScope],
  ['unsupported_grant_type', unsupportedGrant],
]);
