import type { Problem } from '../../model/failure.ts';
import type { Result } from '../../model/result.ts';
import type { Explanation, Words } from '../explanation.ts';

/** Words for what only some kinds of login can meet, and for the question who may be written as. */

const NO_PASSWORD_CHANGE = 'The credential itself is good; do not change it.';
const IMPOSTOR =
  'Do not trust this server until its administrator has explained it: it may be an impostor, or its password store may be damaged.';

/** A refusal of the credential (5xx to AUTH) when it was not a password; undefined when it was one. */
export function refusedOtherThanPassword({
  mechanism,
  serverReason,
}: Result): Explanation | undefined {
  if (mechanism === 'EXTERNAL') {
    return {
      meaning: 'The server did not accept the client certificate for this login.',
      nextStep:
        'Check that the certificate is still valid, that the server trusts its authority, and that it names this user.',
    };
  }
  if (mechanism !== 'XOAUTH2' && mechanism !== 'OAUTHBEARER') return undefined;
  const reason = serverReason === undefined ? '' : ` (its reason: ${serverReason})`;
  return {
    meaning: `The server refused the access token${reason}.`,
    nextStep:
      'Check that the token has not expired, that it is for this mailbox and has the scope for SMTP, and that the mailbox allows login over SMTP.',
  };
}

type LoginProblem = Extract<
  Problem,
  | 'challenge-malformed'
  | 'iterations-out-of-bounds'
  | 'server-not-authentic'
  | 'channel-binding-unavailable'
  | 'sender-refused'
  | 'recipient-refused'
>;

export const LOGIN_WORDS: Words<LoginProblem> = {
  'challenge-malformed': ({ mechanism }) => ({
    meaning: `The server's challenge is not legal for ${mechanism ?? 'this mechanism'}, so it was not answered. The credential was not judged.`,
    nextStep:
      'Try another mechanism with the input "mechanism", and show the transcript to the administrator.',
  }),
  'iterations-out-of-bounds': () => ({
    meaning:
      'The server asks for a number of key derivations that is outside 4,096 to 600,000. Fewer would make the password easy to guess, more only waste time. The password was not used.',
    nextStep:
      "The server's administrator has to store this password anew, with an iteration count in that range.",
  }),
  'server-not-authentic': () => ({
    meaning: 'The server did not prove that it knows the password, so its answer proves nothing.',
    nextStep: IMPOSTOR,
  }),
  'channel-binding-unavailable': () => ({
    meaning:
      'This connection has nothing that SCRAM-SHA-256-PLUS could bind the login to. No credential was sent.',
    nextStep: 'Use TLS 1.3 (set "tls-min-version: TLSv1.3"), or "mechanism: SCRAM-SHA-256".',
  }),
  'sender-refused': ({ account }) => ({
    meaning: `The login works, but the server does not let it send as ${account.from ?? 'this address'}. ${NO_PASSWORD_CHANGE}`,
    nextStep:
      'Give this login the right to send as that address at the provider, or use the address that belongs to it in "from".',
  }),
  'recipient-refused': ({ account }) => ({
    meaning: `The login works and may send as ${account.from ?? 'that address'}, but the server does not take mail for ${account.to ?? 'this recipient'}. ${NO_PASSWORD_CHANGE}`,
    nextStep: 'Check the address in "to"; the server\'s own words say what it has against it.',
  }),
};
