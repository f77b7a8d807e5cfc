import type { ReplyRow } from '../schema.ts';

export const MAILJET_REPLIES: readonly ReplyRow[] = [
  {
    id: 'mailjet-wrong-credentials',
    text: /authentication failed/i,
    cause: 'wrong-credentials',
    meaning:
      'Mailjet rejected API key and secret key. A code that says "temporary" changes nothing: waiting does not help.',
    nextStep:
      'In Mailjet: Account settings, API Key Management. Store the API key as "username" and the secret key as "password".',
  },
  {
    id: 'mailjet-login-required',
    stage: 'mail',
    code: 530,
    enhanced: '5.7.1',
    text: /Authentication required/i,
    cause: 'login-missing',
  },
];
