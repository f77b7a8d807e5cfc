import type { Observation } from '../../model/observation.ts';
import { type Explanation, type Words, credentialName } from '../explanation.ts';
import { ANSWERED_AS_PASSWORD, hasToken, tokenRefused, UNKNOWN_REFUSAL } from './token-refusal.ts';

/** Words for what a server says about a login. */

function credentialRefused(observation: Observation): Explanation {
  const { credentialSent, mechanism, reply } = observation;
  if (!credentialSent) {
    return {
      meaning:
        'The server rejected the login before it had seen the credential, so the credential is not the reason.',
      nextStep:
        "Read the server's reply: the account, this address or SMTP login in general is blocked.",
    };
  }
  if (mechanism === 'EXTERNAL') {
    return {
      meaning: 'The server did not accept the client certificate for this login.',
      nextStep:
        'Check that the certificate is still valid, that the server trusts its certificate authority, and that it names this user.',
    };
  }
  if (hasToken(observation)) return UNKNOWN_REFUSAL;
  const code =
    reply?.code === 535
      ? 'The code 535 usually means a wrong user name or password.'
      : 'The code is not the usual 535, so something else than a wrong password is possible.';
  return {
    meaning: `The server rejected the login with a reply that this check does not know, so the cause is not certain. ${code}`,
    nextStep:
      "Read the server's reply first. Then check that the mailbox still exists, that its password was not changed, and that password login over SMTP is still allowed.",
  };
}

/** A full mailbox is the recipient's (RFC 3463 section 3.3: x.2.2); any other quota is the sender's. */
function quotaExceeded(observation: Observation): Explanation {
  const { acceptance, reply } = observation;
  if (acceptance && reply?.enhanced?.endsWith('.2.2')) {
    return {
      meaning: "The recipient's mailbox is full. The credential is valid; do not change it.",
      nextStep: 'Use another recipient in "to", or leave it out.',
    };
  }
  if (acceptance) {
    return {
      meaning:
        'The sending quota of this account is used up. The credential is valid; do not change it.',
      nextStep:
        'Check the sending limits of the account at the provider, or wait until they reset.',
    };
  }
  return {
    meaning: `A quota of this account is used up (messages sent, credits, storage or plan). This says nothing about the ${credentialName(observation)}.`,
    nextStep:
      'Check the usage and plan of the account at the provider, or wait until the quota resets.',
  };
}

/** Words about a password, which mean something else where a token was sent. */
function forPassword(words: Explanation): (observation: Observation) => Explanation {
  return (observation) => (hasToken(observation) ? ANSWERED_AS_PASSWORD : words);
}

export const REFUSAL_WORDS: Words<
  | 'credential-refused'
  | 'wrong-credentials'
  | 'ambiguous-refusal'
  | 'app-password-required'
  | 'oauth-required'
  | 'access-token-refused'
  | 'smtp-auth-disabled'
  | 'account-locked'
  | 'password-change-required'
  | 'client-address-refused'
  | 'sign-in-policy'
  | 'quota-exceeded'
  | 'login-malformed'
  | 'login-missing'
> = {
  'credential-refused': credentialRefused,
  // Without the user name, which every report shows beside it: a list says this once for many accounts.
  'wrong-credentials': () => ({
    meaning: 'The server rejected the user name or password.',
    nextStep:
      'Sign in to the mailbox elsewhere with the same user name and password. If that fails too, check that the mailbox still exists and set a new password; then update the secret.',
  }),
  'access-token-refused': tokenRefused,
  'ambiguous-refusal': () => ({
    meaning:
      'The server gives one reply for several reasons, so the cause is not certain: a wrong password is only one of them.',
    nextStep: "Go through the reasons in the server's reply, one after the other.",
  }),
  'app-password-required': forPassword({
    meaning:
      'The server does not accept the account password here. It requires an app password (also called authorization code): a password created for one program.',
    nextStep:
      "Create an app password in the account's security settings and store it as the secret.",
  }),
  'oauth-required': forPassword({
    meaning: 'This account does not allow password login. A new password would not help.',
    nextStep:
      'Log in with an OAuth 2.0 access token ("access-token", or the inputs that fetch one), or send through another service.',
  }),
  'smtp-auth-disabled': (observation) => ({
    meaning: `SMTP login is disabled for this account. The ${credentialName(observation)} was not judged; a new one would not help.`,
    nextStep:
      'Enable SMTP login (often called "SMTP AUTH", "POP3/SMTP service" or "mail client access") in the settings of the mailbox, or ask its administrator to turn it on.',
  }),
  'sign-in-policy': (observation) => ({
    meaning: `A sign-in rule rejected this login, often because of where it came from. A new ${credentialName(observation)} would not help.`,
    nextStep:
      'Ask the administrator which rule it was: the sign-in log for the time of this run names it.',
  }),
  'account-locked': (observation) => ({
    meaning: `The account is locked, suspended or disabled. This says nothing about the ${credentialName(observation)}.`,
    nextStep:
      'Pause the scheduled checks, since each attempt can extend a lock. Then ask the provider or administrator to unlock the account.',
  }),
  'password-change-required': () => ({
    meaning: 'The server requires a new password before it accepts this account.',
    nextStep: 'Set a new password in the webmail or account settings, then update the secret.',
  }),
  'client-address-refused': (observation) => ({
    meaning: `The server rejects connections from this client's IP address. ${observation.authSent ? `The ${credentialName(observation)} was not judged and may be right.` : 'No login was attempted.'}`,
    nextStep:
      'Allow the address at the server, or run the check from a fixed address. If the reply names a block list, look the address up there.',
    onGitHub: 'GitHub-hosted runners have a different address on every run.',
  }),
  'quota-exceeded': quotaExceeded,
  'login-malformed': (observation) => ({
    meaning: `The server could not read the login in this form. The ${credentialName(observation)} was not judged.`,
    nextStep:
      'Check the form of "username": most servers want the full e-mail address. If it is right, set "mechanism" to another one that the server offers.',
  }),
  // At MAIL without a login before it: only of a reply that somebody pasted.
  'login-missing': ({ stage, acceptance }) =>
    stage === 'mail' && !acceptance
      ? {
          meaning: 'The server requires a login before it accepts mail, and there was none.',
          nextStep:
            'Turn on authentication in the program that sends: user name, password or access token, and a port with TLS (587 or 465).',
        }
      : {
          meaning: 'The server says that a login is required first, although one was made.',
          nextStep: "Show the transcript to the server's administrator.",
        },
};
