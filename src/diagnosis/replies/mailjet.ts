import type { ReplyRow } from '../schema.ts';

export const MAILJET_REPLIES: readonly ReplyRow[] = [
  {
    id: 'mailjet-wrong-credentials',
    code: 435,
    enhanced: '4.7.8',
    text: /authentication failed/i,
    cause: 'wrong-credentials',
    meaning:
      'Mailjet refused API key and secret key. Its number says "temporary", but it does not get better by waiting.',
    nextStep: 'Copy API key (user name) and secret key (password) again from the account.',
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
