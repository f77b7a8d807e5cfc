import type { ReplyRow } from '../schema.ts';

export const ICLOUD_REPLIES: readonly ReplyRow[] = [
  {
    id: 'icloud-wrong-credentials',
    code: 535,
    enhanced: '5.7.8',
    text: /authentication failed/i,
    cause: 'wrong-credentials',
    nextStep:
      'Create an app-specific password at https://account.apple.com and store it. The user name is the @icloud.com or @me.com address, also if you send from a domain of your own.',
  },
];
