import type { ReplyRow } from '../schema.ts';

export const NETEASE_REPLIES: readonly ReplyRow[] = [
  {
    id: 'netease-no-permission',
    code: 550,
    text: /User has no permission|用户无权登[陆录]/i,
    cause: 'smtp-auth-disabled',
    meaning: 'SMTP is not switched on for this account, or NetEase has blocked it.',
    nextStep:
      'In the web mailbox: Settings, POP3/SMTP/IMAP. Switch SMTP on and store the authorization code that is shown, not the login password.',
  },
  {
    id: 'netease-no-code',
    code: 550,
    text: /Error: authentication failed/i,
    cause: 'app-password-required',
    meaning:
      'NetEase rejects the login until SMTP is on and an authorization code is used as the password.',
    nextStep:
      'In the web mailbox: Settings, POP3/SMTP/IMAP. Switch SMTP on and store the authorization code that is shown, not the login password.',
  },
  {
    id: 'netease-wrong-credentials',
    code: 535,
    text: /Error: authentication failed/i,
    cause: 'wrong-credentials',
    nextStep:
      'Store the authorization code for mail programs (web mailbox: Settings, POP3/SMTP/IMAP); the login password is not accepted.',
  },
];
