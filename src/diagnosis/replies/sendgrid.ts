import type { ReplyRow } from '../schema.ts';

export const SENDGRID_REPLIES: readonly ReplyRow[] = [
  {
    id: 'sendgrid-grant',
    text: /authorization grant is invalid, expired, or revoked/i,
    isUnique: true,
    cause: 'wrong-credentials',
    meaning: 'SendGrid does not know this API key, or the key was revoked or may not send mail.',
    nextStep:
      'In SendGrid: Settings, API Keys, Create API Key with "Mail Send". Store it as "password" without a line break. "username" is the word apikey.',
  },
  {
    id: 'sendgrid-bad-pair',
    code: 535,
    text: /Bad username \/ password/i,
    cause: 'wrong-credentials',
    nextStep:
      'Set "username" to the word apikey and "password" to an API key (SG....), from Settings, API Keys.',
  },
  {
    id: 'sendgrid-two-factor',
    text: /Basic authentication is not allowed with 2FA/i,
    isUnique: true,
    cause: 'app-password-required',
    meaning:
      'The account uses two-factor authentication, so SendGrid rejects its own user name and password.',
    nextStep:
      'Use an API key instead: "username" is the word apikey, "password" the key from Settings, API Keys.',
  },
  {
    id: 'sendgrid-credits',
    text: /Maximum credits exceeded/i,
    isUnique: true,
    cause: 'quota-exceeded',
    meaning:
      'The sending quota of your SendGrid plan is exhausted. It can stay so until the next month.',
    nextStep: 'Upgrade the plan, or wait until the quota resets. Do not retry in a loop.',
  },
  {
    id: 'sendgrid-login-required',
    stage: 'mail',
    code: 550,
    text: /Unauthenticated senders not allowed/i,
    cause: 'login-missing',
  },
];
