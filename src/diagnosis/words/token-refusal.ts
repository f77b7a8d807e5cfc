import type { CredentialFacts } from '../../model/account.ts';
import type { Observation } from '../../model/observation.ts';
import type { TokenFailure } from '../../model/token-facts.ts';
import type { Redacted } from '../../safety/redact.ts';
import type { Explanation } from '../explanation.ts';

/** A request for a token that failed: what advice depends on. */
export interface TokenRequestFacts {
  readonly grant: NonNullable<CredentialFacts['grant']>;
  readonly proof: NonNullable<CredentialFacts['proof']>;
  readonly token: TokenFailure<Redacted>;
  /** The code of the failure, such as `AADSTS7000215` or `invalid_grant`. */
  readonly code: string;
  /** The endpoint's own words, empty when it had none. */
  readonly said: string;
  /** The mail server that the token was for. */
  readonly smtpHost: string;
}

/** What a refusal says of the credential. */
export type TokenCause = 'token-refused' | 'token-request-invalid' | 'token-unavailable';

/** What one refusal means. */
export interface TokenRefusal {
  readonly cause: TokenCause;
  /** The anchor in docs/troubleshooting.md, where it does not follow from a number. */
  readonly id?: string;
  readonly explain: (request: TokenRequestFacts) => Explanation;
  /** The inputs in which damage can be the reason, such as a secret that was stored with quotes. */
  readonly suspects?: readonly SuspectInput[];
}

/** What a token is asked for with, as far as its form can be judged. */
export type SuspectInput = 'username' | 'client-id' | 'client-secret' | 'refresh-token';

/** A refusal of the credential, with the same words for everybody. */
export function refused(meaning: string, nextStep: string, id?: string): TokenRefusal {
  const refusal = { cause: 'token-refused', explain: () => ({ meaning, nextStep }) } as const;
  return id === undefined ? refusal : { ...refusal, id };
}

/** The same refusal, of which a damaged value can be the reason. */
export function suspecting(refusal: TokenRefusal, ...suspects: SuspectInput[]): TokenRefusal {
  return { ...refusal, suspects };
}

/** What tells one refusal from another stands at the beginning of a text. */
const MAX_TEXT = 2000;

/** @returns undefined when the observation is not of a request for a token */
export function requestOf({ account, failure }: Observation): TokenRequestFacts | undefined {
  const { token, code = '', detail = '' } = failure ?? {};
  const { grant, proof = 'none' } = account.credential;
  if (!token || grant === undefined) return undefined;
  return { grant, proof, token, code, said: detail.slice(0, MAX_TEXT), smtpHost: account.host };
}

/** What stands in a command for a value that is not known or could do something in a shell. */
export function commandArgument(value: string | undefined, placeholder: string): string {
  return value !== undefined && /^[\w.:/@-]{1,200}$/.test(value) ? value : placeholder;
}

/** The client ID as a command may hold it. */
export function clientIdOf({ token }: TokenRequestFacts): string {
  return commandArgument(token.clientId, 'APP_ID');
}

/** What a user does about a refresh token that no longer works. */
export const SIGN_IN_AGAIN =
  'Sign in as the mailbox again and store the new refresh token in the secret behind "refresh-token".';

/** Said of a client that needs no user, so that nobody has to sign in again. */
export const WITHOUT_USER =
  'An application with its own credentials ("client-id" without "refresh-token") needs no user and no new sign-in.';

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
