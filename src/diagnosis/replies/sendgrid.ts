import type { ReplyRow } from '../schema.ts';

export const SENDGRID_REPLIES: readonly ReplyRow[] = [
  {
    id: 'sendgrid-grant',
    code: 535,
    text: /authorization grant is invalid, expired, or revoked/i,
    cause: 'wrong-credentials',
    meaning: 'SendGrid does not know this API key, or the key was revoked or may not send mail.',
    nextStep:
      'Create an API key with "Mail Send" and store it without any line break. The user name is the word "apikey".',
  },
  {
    id: 'sendgrid-bad-pair',
    code: 535,
    text: /Bad username \/ password/i,
    cause: 'wrong-credentials',
    nextStep: 'Set the user name to the word "apikey" and the password to an API key (SG.…).',
  },
  {
    id: 'sendgrid-two-factor',
    code: 535,
    text: /Basic authentication is not allowed with 2FA/i,
    cause: 'app-password-required',
    meaning: 'The account has a second factor, so its own user name and password are refused.',
    nextStep: 'Use an API key: user name "apikey", password the key.',
  },
  {
    id: 'sendgrid-credits',
    code: 451,
    text: /Maximum credits exceeded/i,
    cause: 'quota-exceeded',
    meaning: 'The mail allowance of your plan is used up. That can last until the next month.',
    nextStep: 'Raise the plan, or wait until the allowance begins anew. Do not try in a loop.',
  },
  {
    id: 'sendgrid-login-required',
    stage: 'mail',
    code: 550,
    text: /Unauthenticated senders not allowed/i,
    cause: 'login-missing',
  },
];
