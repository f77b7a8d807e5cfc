import type { ReplyRow } from '../schema.ts';

export const GMX_REPLIES: readonly ReplyRow[] = [
  {
    id: 'gmx-wrong-credentials',
    code: 535,
    text: /Authentication credentials invalid/i,
    cause: 'wrong-credentials',
    nextStep:
      'In the web settings, open E-mail, POP3 & IMAP, and allow access: it is off by default and goes off when unused. With two-factor authentication create an app password. Then check the secret.',
  },
  {
    id: 'gmx-wrong-credentials-older',
    code: 535,
    enhanced: '5.7.0',
    text: /Incorrect username or password/i,
    cause: 'wrong-credentials',
    nextStep:
      'In the web settings, open E-mail, POP3 & IMAP, and allow access: it is off by default and goes off when unused. With two-factor authentication create an app password. Then check the secret.',
  },
];
