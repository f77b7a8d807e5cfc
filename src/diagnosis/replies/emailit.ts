import type { ReplyRow } from '../schema.ts';

export const EMAILIT_REPLIES: readonly ReplyRow[] = [
  {
    id: 'emailit-wrong-key',
    code: 535,
    text: /Authentication failed/i,
    cause: 'wrong-credentials',
    meaning: 'Emailit does not know this API key. The user name is not checked.',
    nextStep:
      'Create a new API key in Emailit and store it as "password", without a space or line break.',
  },
  {
    id: 'emailit-temporary',
    code: 454,
    text: /Temporary authentication failure/i,
    cause: 'temporary-failure',
  },
];
