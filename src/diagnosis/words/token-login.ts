import type { CredentialFacts } from '../../model/account.ts';
import type { Observation } from '../../model/observation.ts';
import type { Explanation } from '../explanation.ts';

/** Words for a mail server that has seen an access token. Advice about passwords would lead away from the cause. */

export function hasToken({ account }: Observation): boolean {
  const { kind } = account.credential;
  return kind === 'access-token' || kind === 'token-request';
}

const REST = 'and that the mailbox allows SMTP login.';

/** A token that was just fetched has not expired: what it is for is in question. */
const FETCHED: Readonly<Record<NonNullable<CredentialFacts['grant']>, string>> = {
  'refresh-token': `Check that "username" is the mailbox that signed in, that the refresh token was made with the scope for SMTP, ${REST}`,
  'client-credentials': `Check that the application may use the mailbox in "username", that "scope" is the one for SMTP, ${REST}`,
  'service-account': `Check that "username" is the mailbox that is meant, that the delegation has the scope for SMTP, ${REST}`,
};

export function tokenRefused({ serverReason, account }: Observation): Explanation {
  const reason = serverReason === undefined ? '' : ` (reason: ${serverReason})`;
  const { grant } = account.credential;
  if (grant !== undefined) {
    return {
      meaning: `The server rejected the access token${reason}, which had just been fetched: it is not valid for this mailbox or for SMTP.`,
      nextStep: FETCHED[grant],
    };
  }
  return {
    meaning: `The server rejected the access token${reason}: it has expired, or it is not valid for this mailbox or for SMTP.`,
    nextStep: `Check that the token has not expired, that it was issued for this mailbox and with the scope for SMTP, ${REST}`,
  };
}

/** A reply about passwords, to a token. */
export const ANSWERED_AS_PASSWORD: Explanation = {
  meaning:
    'The server answers as if a password had been sent, and does not allow that. The access token was not judged; a new one would not help.',
  nextStep:
    'Check that "host" is a server that accepts access tokens, and ask the administrator whether login with a token is allowed for this mailbox.',
};

/** A reply that nobody knows, to a token. */
export const UNKNOWN_REFUSAL: Explanation = {
  meaning:
    'The server rejected the login with a reply that this check does not know, so the cause is not certain.',
  nextStep:
    "Read the server's reply first. Then check that the mailbox still exists, that the access token is for it and for SMTP, and that SMTP login is still allowed.",
};
