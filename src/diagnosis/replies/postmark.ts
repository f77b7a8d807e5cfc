import type { ReplyRow } from '../schema.ts';

export const POSTMARK_REPLIES: readonly ReplyRow[] = [
  {
    id: 'postmark-wrong-credentials',
    code: 535,
    text: /Error: authentication failed/i,
    cause: 'wrong-credentials',
    nextStep:
      'In Postmark: your server, API Tokens. Store the Server API token as "username" and as "password", or use an SMTP token (access key and secret key). SMTP must be on in the settings of that server.',
  },
];
