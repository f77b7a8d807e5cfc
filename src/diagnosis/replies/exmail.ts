import type { ReplyRow } from '../schema.ts';

export const EXMAIL_REPLIES: readonly ReplyRow[] = [
  {
    id: 'exmail-account-abnormal',
    code: 535,
    text: /Account is abnormal, service is not open, password is incorrect, login frequency limited/i,
    cause: 'ambiguous-refusal',
    meaning:
      'The server has one sentence for five reasons: a wrong or lapsed code, SMTP switched off, too many logins, or an unusual place. The cause is not certain.',
    nextStep:
      'Renew the authorisation code, make sure that SMTP is on, and wait some hours before the next try.',
  },
  {
    id: 'exmail-system-busy',
    code: 535,
    text: /authentication failed, system busy/i,
    cause: 'throttled',
    meaning:
      'After many logins the account takes no more for a while; right passwords get this answer too.',
    nextStep: 'Wait some hours, check the password for mail programs, and check less often.',
  },
];
