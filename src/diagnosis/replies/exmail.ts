import type { ReplyRow } from '../schema.ts';

export const EXMAIL_REPLIES: readonly ReplyRow[] = [
  {
    id: 'exmail-account-abnormal',
    code: 535,
    text: /Account is abnormal, service is not open, password is incorrect, login frequency limited/i,
    cause: 'ambiguous-refusal',
    meaning:
      'The server has one reply for several reasons: a wrong or expired code, SMTP switched off, too many logins, or an unusual place. The cause is not certain.',
    nextStep:
      'In the web mailbox: Settings, Account, generate a new client-specific password. Check that SMTP is on, and wait some hours before the next run.',
  },
  {
    id: 'exmail-system-busy',
    code: 535,
    text: /authentication failed, system busy/i,
    cause: 'throttled',
    meaning:
      'After many logins the account accepts no more for a while; right passwords get this reply too.',
    nextStep: 'Wait some hours, check the client-specific password, and run the check less often.',
  },
];
