import type { Refinement } from '../causes.ts';
import type { Explanation } from '../explanation.ts';

/** What each refined cause means wherever it is met; a provider's own sentences go before these. */
export const REFINED_WORDS: Readonly<Record<Refinement, () => Explanation>> = {
  'wrong-credentials': () => ({
    meaning: 'The server refused user name and password.',
    nextStep:
      'Check that the mailbox still exists and that its password was not changed. Then update the secret.',
  }),
  'ambiguous-refusal': () => ({
    meaning:
      'The server has one answer for several reasons, so the cause is not certain: a wrong password is only one of them.',
    nextStep: "Go through the reasons in the server's own words, one after the other.",
  }),
  'app-password-required': () => ({
    meaning:
      "The account's own password is not taken here. The server wants an app password: one that is made for a single program.",
    nextStep:
      "Create an app password in the account's security settings and store it as the secret.",
  }),
  'oauth-required': () => ({
    meaning: 'This account may not log in with a password. A new password would not help.',
    nextStep: 'Log in with an OAuth 2.0 access token, or send through another service.',
  }),
  'access-token-refused': () => ({
    meaning:
      'The server refused the access token: it has expired, or it is not meant for this mailbox or for SMTP.',
    nextStep: 'Fetch a new token in the same job, with the permission (scope) to send by SMTP.',
  }),
  'smtp-auth-disabled': () => ({
    meaning:
      'Login by SMTP is switched off for this account. The password was not judged; a new one would not help.',
    nextStep: 'Ask the administrator to allow login by SMTP ("SMTP AUTH") for this mailbox.',
  }),
  'sign-in-policy': () => ({
    meaning:
      'A sign-in rule refused this login, often because of where it came from. A new password would not help.',
    nextStep:
      'Ask the administrator which rule it was: the sign-in log of the time of this run names it.',
  }),
  'account-locked': () => ({
    meaning: 'The account is locked or disabled. This says nothing about the password.',
    nextStep:
      'Stop this workflow, since each try can lengthen a lock. Then ask the administrator to unlock the account.',
  }),
  'password-change-required': () => ({
    meaning: 'The server wants another password before it lets this account in.',
    nextStep: 'Set a new password in the webmail, then update the secret.',
  }),
  'client-address-refused': () => ({
    meaning:
      "The server does not take logins from this runner's address. The password was not judged and may be right.",
    nextStep:
      "Allow the runner's address at the server, or use a runner with a fixed address: hosted runners change theirs at every run.",
  }),
  'quota-exceeded': () => ({
    meaning: 'The mail allowance of this account is used up. This says nothing about the password.',
    nextStep: 'Raise the plan, or wait until the allowance begins anew.',
  }),
  'not-authorised-to-send': () => ({
    meaning: 'The login works, but this account may not send with that sender address.',
    nextStep: 'Use an address of the account as sender, or have this one allowed for it.',
  }),
  'login-missing': () => ({
    meaning: 'The server was given mail without a successful login before it.',
    nextStep: 'Look for an earlier refusal of the login; if there is none, no credential was sent.',
  }),
  'login-malformed': () => ({
    meaning: 'The server could not read the form of the login. The password was not judged.',
    nextStep:
      'Set "mechanism" to another one that the server offers. If this stays, report it with the transcript.',
  }),
};
