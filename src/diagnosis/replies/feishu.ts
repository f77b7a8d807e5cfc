import type { ReplyRow } from '../schema.ts';

export const FEISHU_REPLIES: readonly ReplyRow[] = [
  {
    id: 'feishu-system-busy',
    code: 535,
    text: /authentication failed, system busy/i,
    cause: 'throttled',
    meaning:
      'After many logins the account takes no more for a while; right passwords get this answer too.',
    nextStep: 'Wait some hours, check the password for mail programs, and check less often.',
  },
];
