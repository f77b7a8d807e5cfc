import type { ReplyRow } from '../schema.ts';

export const ALIBABA_DIRECT_MAIL_REPLIES: readonly ReplyRow[] = [
  {
    id: 'alibaba-direct-mail-refused',
    code: 535,
    text: /Authentication failure/i,
    cause: 'wrong-credentials',
    meaning: 'Direct Mail rejected sender address or SMTP password for this region.',
    nextStep:
      'In the Direct Mail console of the region in "host": Sender Addresses, Set SMTP Password. "username" is that sender address. Hosts of different regions cannot be mixed.',
  },
];
