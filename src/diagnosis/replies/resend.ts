import type { ReplyRow } from '../schema.ts';

export const RESEND_REPLIES: readonly ReplyRow[] = [
  {
    id: 'resend-wrong-key',
    code: 535,
    text: /Authentication credentials invalid/i,
    cause: 'wrong-credentials',
    meaning: 'Resend accepted the user name and rejected the API key.',
    nextStep:
      'Check at https://resend.com/api-keys that the key exists, then store it again as "password". "username" is the word resend.',
  },
  {
    id: 'resend-user-name',
    code: 535,
    text: /Invalid username/i,
    cause: 'wrong-credentials',
    meaning: 'Resend rejected the user name; the API key was not judged.',
    nextStep: 'Set "username" to the word resend, in lower case and without spaces.',
  },
];
