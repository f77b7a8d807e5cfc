import type { ReplyRow } from '../schema.ts';

export const NAVER_REPLIES: readonly ReplyRow[] = [
  {
    id: 'naver-not-accepted',
    code: 535,
    enhanced: '5.7.1',
    text: /Username and Password not accepted/i,
    cause: 'wrong-credentials',
    meaning:
      'Naver refused user name and password. It says the same when POP3/SMTP is off or an app password is needed.',
    nextStep:
      'Switch on POP3/SMTP in the mail settings, create an app password if two-step login is on, and store it.',
  },
];
