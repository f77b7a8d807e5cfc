import type { ReplyRow } from '../schema.ts';

export const GMX_REPLIES: readonly ReplyRow[] = [
  {
    id: 'gmx-wrong-credentials',
    code: 535,
    text: /Authentication credentials invalid/i,
    cause: 'wrong-credentials',
    nextStep:
      'Switch on "POP3 and IMAP" in the web settings: it is off by default and goes off when unused. With two-factor login create an app password. Then check the secret.',
  },
  {
    id: 'gmx-wrong-credentials-older',
    code: 535,
    enhanced: '5.7.0',
    text: /Incorrect username or password/i,
    cause: 'wrong-credentials',
    nextStep:
      'Switch on "POP3 and IMAP" in the web settings: it is off by default and goes off when unused. With two-factor login create an app password. Then check the secret.',
  },
];
