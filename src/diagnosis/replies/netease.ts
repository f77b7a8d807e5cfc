import type { ReplyRow } from '../schema.ts';

export const NETEASE_REPLIES: readonly ReplyRow[] = [
  {
    id: 'netease-no-permission',
    code: 550,
    text: /User has no permission/i,
    cause: 'smtp-auth-disabled',
    meaning: 'SMTP is not switched on for this account, or NetEase has blocked it.',
    nextStep:
      'Switch on SMTP in the web settings and store the authorisation code that they show, not the login password.',
  },
  {
    id: 'netease-wrong-credentials',
    code: 535,
    text: /Error: authentication failed/i,
    cause: 'wrong-credentials',
    nextStep:
      'Store the authorisation code for mail programs from the web settings; the login password is not taken here.',
  },
];
