import type { ReplyRow } from '../schema.ts';

export const QQ_REPLIES: readonly ReplyRow[] = [
  {
    id: 'qq-authorisation-code',
    code: 535,
    text: /authorization code to login/i,
    cause: 'app-password-required',
    meaning:
      'QQ Mail requires an authorization code, not the login password. Codes expire when the password changes.',
    nextStep:
      'In the web mailbox: Settings, Account, POP3/IMAP/SMTP service. Switch SMTP on, generate an authorization code and store its 16 letters.',
  },
  {
    id: 'qq-authorisation-code-chinese',
    code: 535,
    text: /no=1001256|请使用授权码登录/,
    cause: 'app-password-required',
    meaning:
      'QQ Mail requires an authorization code, not the login password. Codes expire when the password changes.',
    nextStep:
      'In the web mailbox: Settings, Account, POP3/IMAP/SMTP service. Switch SMTP on, generate an authorization code and store its 16 letters.',
  },
  {
    id: 'qq-smtp-off',
    text: /please open smtp flag first/i,
    isUnique: true,
    cause: 'smtp-auth-disabled',
    meaning:
      'SMTP is switched off for this mailbox. The password was not judged; waiting does not help.',
    nextStep:
      'In the web mailbox: Settings, Account, POP3/IMAP/SMTP service. Switch SMTP on, generate an authorization code and store it.',
  },
  {
    id: 'qq-account-abnormal',
    code: 535,
    text: /Account is abnormal, service is not open, password is incorrect, login frequency limited/i,
    cause: 'ambiguous-refusal',
    meaning:
      'The server has one reply for several reasons: a wrong or expired code, SMTP switched off, too many logins, or an unusual place. The cause is not certain.',
    nextStep:
      'Generate a new authorization code, check that SMTP is on (Settings, Account, POP3/IMAP/SMTP service), and wait some hours before the next run.',
  },
];
