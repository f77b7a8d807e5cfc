import type { ReplyRow } from '../schema.ts';

export const HOSTINGER_REPLIES: readonly ReplyRow[] = [
  {
    id: 'hostinger-refused',
    code: 535,
    enhanced: '5.7.8',
    text: /authentication failed/i,
    cause: 'wrong-credentials',
    nextStep:
      'In hPanel: Emails, Manage, this mailbox, change the password. Store it; "username" is the full address.',
  },
];
