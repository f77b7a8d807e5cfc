import type { ReplyRow } from '../schema.ts';

export const RESEND_REPLIES: readonly ReplyRow[] = [
  {
    id: 'resend-wrong-key',
    code: 535,
    text: /Authentication credentials invalid/i,
    cause: 'wrong-credentials',
    nextStep:
      'Check in the dashboard that the API key still exists. The user name is the word "resend", the password is the key.',
  },
];
