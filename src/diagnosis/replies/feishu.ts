import type { ReplyRow } from '../schema.ts';

export const FEISHU_REPLIES: readonly ReplyRow[] = [
  {
    id: 'feishu-system-busy',
    code: 535,
    text: /authentication failed, system busy/i,
    cause: 'throttled',
    meaning:
      'After many logins the account accepts no more for a while; right passwords get this reply too.',
    nextStep:
      'Wait some hours, check the password for mail programs, and run the check less often.',
  },
];
