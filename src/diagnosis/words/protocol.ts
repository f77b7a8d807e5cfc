import type { Problem } from '../../model/failure.ts';
import type { Result } from '../../model/result.ts';
import { endpoint, type Explanation, type Words } from '../explanation.ts';
import { refusedOtherThanPassword } from './login.ts';

type ExchangeProblem = Exclude<
  Problem,
  | keyof typeof import('./network.ts').NETWORK_WORDS
  | keyof typeof import('./tls.ts').CHANNEL_WORDS
  | keyof typeof import('./login.ts').LOGIN_WORDS
  | keyof typeof import('./token.ts').TOKEN_WORDS
>;

const NOT_JUDGED = 'The credential was not judged.';
const BROKEN_SERVER =
  'Show the transcript to the administrator: the server, or a device before it, breaks the protocol.';

function offers({ offered }: Result): string {
  return offered.length === 0 ? 'no mechanism' : offered.slice(0, 10).join(', ');
}

function refused(result: Result): Explanation {
  if (!result.credentialSent) {
    return {
      meaning:
        'The server refused the login before it had seen the credential, so the credential is not the reason.',
      nextStep:
        "Read the server's own words: the account, this address or the login as such is blocked.",
    };
  }
  const other = refusedOtherThanPassword(result);
  if (other) return other;
  return {
    meaning: `The server refused the login, in words that are not known here, so the cause is not certain. ${result.reply?.code === 535 ? 'Its number, 535, stands for a wrong user name or password.' : 'Its number is not the usual 535, so it may be something else than a wrong password.'}`,
    nextStep:
      "Read the server's own words first. Then check that the mailbox still exists, that its password was not changed, and that login with a password is still allowed.",
  };
}

export const EXCHANGE_WORDS: Words<ExchangeProblem> = {
  'credential-refused': refused,
  'not-smtp': (result) => ({
    meaning: `What answers at ${endpoint(result)} is not a mail server. ${NOT_JUDGED}`,
    nextStep: 'Check host and port.',
  }),
  'malformed-reply': () => ({
    meaning: `The server sent something that is not an SMTP reply. ${NOT_JUDGED}`,
    nextStep: BROKEN_SERVER,
  }),
  'reply-too-long': () => ({
    meaning: `The server's reply is longer than any honest reply. ${NOT_JUDGED}`,
    nextStep: BROKEN_SERVER,
  }),
  'unsolicited-bytes': () => ({
    meaning: `The server sent more than it was asked for, so its answers cannot be told apart. ${NOT_JUDGED}`,
    nextStep: BROKEN_SERVER,
  }),
  'unexpected-reply': () => ({
    meaning: `The server answered with a code that does not belong to this step. ${NOT_JUDGED}`,
    nextStep: BROKEN_SERVER,
  }),
  'ehlo-refused': () => ({
    meaning: `The server refused EHLO, the first command. ${NOT_JUDGED}`,
    nextStep:
      'Some servers want a full host name there: set "ehlo-name". Otherwise read the server\'s own words.',
  }),
  'challenge-not-understood': () => ({
    meaning: `The server asked for more than the credential, or for the same again. ${NOT_JUDGED}`,
    nextStep: 'Try another mechanism with the input "mechanism".',
  }),
  'too-many-challenges': () => ({
    meaning: `The server keeps asking and never decides. ${NOT_JUDGED}`,
    nextStep: BROKEN_SERVER,
  }),
  'premature-success': () => ({
    meaning:
      'The server claimed success before the login was over, or after it had refused the token. That proves nothing.',
    nextStep: BROKEN_SERVER,
  }),
  'auth-not-offered': ({ account }) => ({
    meaning: 'The server offers no login here, so no login was tried.',
    nextStep:
      account.port === 25
        ? 'Use the submission port: 587 or 465.'
        : 'Check that host and port are those for sending mail with a login (587 or 465).',
  }),
  'mechanism-not-offered': (result) => ({
    meaning: `The server does not offer a mechanism that can be used here. It offers: ${offers(result)}.`,
    nextStep:
      result.account.mechanism === 'auto'
        ? 'Ask the administrator to allow a mechanism that fits the credential: LOGIN, PLAIN, SCRAM or CRAM-MD5 for a password, XOAUTH2 or OAUTHBEARER for an access token, EXTERNAL for a certificate.'
        : 'Set "mechanism" to one of those it offers, or to "auto".',
  }),
  'mechanism-refused': (result) => ({
    meaning: `The server refused the mechanism ${result.mechanism ?? ''}, not the credential. It offers: ${offers(result)}.`,
    nextStep: 'Set "mechanism" to another one of those it offers.',
  }),
  'input-invalid': () => ({
    meaning: 'Nothing was sent: an input of the action is wrong.',
    nextStep: 'Correct the input named above.',
  }),
  'internal-error': () => ({
    meaning: 'The check itself failed, which says nothing about the credential.',
    nextStep:
      'Please report it, with the log of a run in debug mode, or with "--verbose" on the command line.',
  }),
  'secret-empty': () => ({
    meaning: 'Nothing was sent: a part of the credential is empty.',
    nextStep:
      'Check the name of the variable or secret; on GitHub secrets are under Settings, Secrets and variables, Actions. For pull requests from forks skip this step, since GitHub gives them no secrets.',
  }),
};
