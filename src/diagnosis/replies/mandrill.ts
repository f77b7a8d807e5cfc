import type { ReplyRow } from '../schema.ts';

export const MANDRILL_REPLIES: readonly ReplyRow[] = [
  {
    id: 'mandrill-wrong-credentials',
    code: 435,
    enhanced: '4.7.8',
    text: /authentication failed/i,
    cause: 'wrong-credentials',
    meaning:
      'The API key was refused. The number says "temporary", but it does not get better by waiting.',
    nextStep: 'Create a new API key and store it as the password.',
  },
];
