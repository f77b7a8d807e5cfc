import type { ReplyRow } from '../schema.ts';

export const SPARKPOST_REPLIES: readonly ReplyRow[] = [
  {
    id: 'sparkpost-wrong-credentials',
    code: 535,
    enhanced: '5.7.8',
    text: /^Sorry/i,
    cause: 'wrong-credentials',
    nextStep:
      'The user name is the word "SMTP_Injection"; the API key needs the right "Send via SMTP"; accounts in the EU use smtp.eu.sparkpostmail.com.',
  },
];
