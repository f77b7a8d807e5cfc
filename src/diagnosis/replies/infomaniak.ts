import type { ReplyRow } from '../schema.ts';

export const INFOMANIAK_REPLIES: readonly ReplyRow[] = [
  {
    id: 'infomaniak-wrong-credentials',
    code: 535,
    enhanced: '5.7.0',
    text: /Invalid login or password/i,
    cause: 'wrong-credentials',
    nextStep:
      'Create a device password for the mailbox and store it; the password of the web login is not taken here.',
  },
];
