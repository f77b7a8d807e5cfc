import type { ReplyRow } from '../schema.ts';

export const EMAILIT_REPLIES: readonly ReplyRow[] = [
  {
    id: 'emailit-wrong-key',
    code: 535,
    text: /Authentication failed/i,
    cause: 'wrong-credentials',
    meaning: 'Emailit does not know this API key. The user name does not count.',
    nextStep: 'Create a new API key and store it as the password, without a blank or line break.',
  },
  {
    id: 'emailit-temporary',
    code: 454,
    text: /Temporary authentication failure/i,
    cause: 'temporary-failure',
  },
];
