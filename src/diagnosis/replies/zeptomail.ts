import type { ReplyRow } from '../schema.ts';

export const ZEPTOMAIL_REPLIES: readonly ReplyRow[] = [
  {
    id: 'zeptomail-wrong-credentials',
    code: 535,
    text: /Authentication Failed/i,
    cause: 'wrong-credentials',
    meaning:
      'ZeptoMail rejected the login. It uses the same words for a wrong token, exhausted credits and a blocked account.',
    nextStep:
      'In ZeptoMail: your Mail Agent, SMTP/API, check the Send Mail Token first; then credits and account status.',
  },
  {
    id: 'zeptomail-starttls-first',
    stage: 'any',
    code: 530,
    text: /Must issue a STARTTLS/i,
    cause: 'tls-required',
  },
];
