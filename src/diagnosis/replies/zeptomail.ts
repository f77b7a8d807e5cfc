import type { ReplyRow } from '../schema.ts';

export const ZEPTOMAIL_REPLIES: readonly ReplyRow[] = [
  {
    id: 'zeptomail-wrong-credentials',
    code: 535,
    text: /Authentication Failed/i,
    cause: 'wrong-credentials',
    meaning:
      'ZeptoMail refused the login. It uses the same words for a wrong token, used-up credits and a blocked account.',
    nextStep: 'Check the send-mail token in the console first, then credits and account.',
  },
  {
    id: 'zeptomail-starttls-first',
    stage: 'any',
    code: 530,
    text: /Must issue a STARTTLS/i,
    cause: 'tls-required',
  },
];
