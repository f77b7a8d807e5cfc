import type { ReplyRow } from '../schema.ts';

export const NAVER_REPLIES: readonly ReplyRow[] = [
  {
    id: 'naver-not-accepted',
    code: 535,
    text: /Username and Password not accepted/i,
    cause: 'wrong-credentials',
    meaning:
      'Naver rejected user name and password. It uses the same words when SMTP is off or an app password is required.',
    nextStep:
      'In Naver Mail: Settings, POP3/IMAP, set SMTP to "use" (switch it off and on once). With 2-step verification create an app password and store it.',
  },
];
