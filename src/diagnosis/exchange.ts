import type { Problem } from '../smtp/problem.ts';
import type { Result } from '../smtp/result.ts';
import { endpoint, type Explanation, type Words } from './explanation.ts';

type ExchangeProblem = Exclude<
  Problem,
  | keyof typeof import('./network.ts').NETWORK_WORDS
  | keyof typeof import('./channel.ts').CHANNEL_WORDS
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
        'The server refused the login before it had seen the password, so the password is not the reason.',
      nextStep:
        "Read the server's own words: the account, this address or the login as such is blocked.",
    };
  }
  return {
    meaning: `The server refused user name and password.${result.reply?.code === 535 ? '' : ' Its answer is not the usual 535, so the reason may be another than a wrong password.'}`,
    nextStep:
      'Check that the mailbox still exists, that its password was not changed, and that the provider still allows login with a password. Then update the secret.',
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
    meaning: `The server asked for more than user name and password, or for the same again. ${NOT_JUDGED}`,
    nextStep: 'Try another mechanism with the input "mechanism".',
  }),
  'too-many-challenges': () => ({
    meaning: `The server keeps asking and never decides. ${NOT_JUDGED}`,
    nextStep: BROKEN_SERVER,
  }),
  'premature-success': () => ({
    meaning: 'The server claimed success before it had seen the password. That proves nothing.',
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
        ? 'LOGIN and PLAIN are supported. Ask the administrator to allow one of them over TLS.'
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
    nextStep: 'Please report it, with the log of a run in debug mode.',
  }),
  'secret-empty': () => ({
    meaning: 'Nothing was sent: the user name or password is empty.',
    nextStep:
      'Check the names of the secrets under Settings, Secrets and variables, Actions. For pull requests from forks skip this step, since GitHub gives them no secrets.',
  }),
};
