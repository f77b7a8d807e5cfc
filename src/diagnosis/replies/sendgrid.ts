import type { ReplyRow } from '../schema.ts';

const SENDGRID_ERRORS =
  'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting';

export const SENDGRID_REPLIES: readonly ReplyRow[] = [
  {
    id: 'sendgrid-grant',
    code: 535,
    text: /authorization grant is invalid, expired, or revoked/i,
    cause: 'wrong-credentials',
    meaning: 'SendGrid does not know this API key, or the key was revoked or may not send mail.',
    nextStep:
      'Create an API key with "Mail Send" and store it without any line break. The user name is the word "apikey".',
    sources: [
      'https://github.com/sendgrid/docs/issues/3947',
      'https://github.com/sendgrid/sendgrid-nodejs/issues/1105',
    ],
  },
  {
    id: 'sendgrid-bad-pair',
    code: 535,
    text: /Bad username \/ password/i,
    cause: 'wrong-credentials',
    nextStep: 'Set the user name to the word "apikey" and the password to an API key (SG.…).',
    sources: [SENDGRID_ERRORS],
  },
  {
    id: 'sendgrid-two-factor',
    code: 535,
    text: /Basic authentication is not allowed with 2FA/i,
    cause: 'app-password-required',
    meaning: 'The account has a second factor, so its own user name and password are refused.',
    nextStep: 'Use an API key: user name "apikey", password the key.',
    sources: ['https://github.com/sendgrid/docs'],
  },
  {
    id: 'sendgrid-credits',
    code: 451,
    text: /Maximum credits exceeded/i,
    cause: 'quota-exceeded',
    meaning: 'The mail allowance of your plan is used up. That can last until the next month.',
    nextStep: 'Raise the plan, or wait until the allowance begins anew. Do not try in a loop.',
    sources: [SENDGRID_ERRORS],
  },
  {
    id: 'sendgrid-login-required',
    stage: 'mail',
    code: 550,
    text: /Unauthenticated senders not allowed/i,
    cause: 'login-missing',
    sources: ['https://github.com/sendgrid/docs/issues/6473', SENDGRID_ERRORS],
  },
];
