import type { ReplyRow } from '../schema.ts';

export const SMTP_COM_REPLIES: readonly ReplyRow[] = [
  {
    id: 'smtp-com-wrong-credentials',
    code: 535,
    enhanced: '5.7.8',
    text: /^Sorry/i,
    cause: 'wrong-credentials',
    nextStep: 'Check sender name and API key in your SMTP.com account.',
  },
];
