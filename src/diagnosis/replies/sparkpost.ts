import type { ReplyRow } from '../schema.ts';

export const SPARKPOST_REPLIES: readonly ReplyRow[] = [
  {
    id: 'sparkpost-wrong-credentials',
    code: 535,
    enhanced: '5.7.8',
    text: /^Sorry/i,
    cause: 'wrong-credentials',
    nextStep:
      'Set "username" to the word SMTP_Injection. The API key needs the permission "Send via SMTP". Accounts in the EU use smtp.eu.sparkpostmail.com.',
  },
];
