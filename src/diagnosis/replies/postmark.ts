import type { ReplyRow } from '../schema.ts';

export const POSTMARK_REPLIES: readonly ReplyRow[] = [
  {
    id: 'postmark-wrong-credentials',
    code: 535,
    enhanced: '5.7.8',
    text: /Error: authentication failed/i,
    cause: 'wrong-credentials',
    nextStep:
      'Put the Server API token into both user name and password, or use access key and secret key of an SMTP token. SMTP must be on for that server.',
  },
];
