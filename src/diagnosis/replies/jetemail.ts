import type { ReplyRow } from '../schema.ts';

export const JETEMAIL_REPLIES: readonly ReplyRow[] = [
  {
    id: 'jetemail-address',
    code: 535,
    text: /IP not authorized/i,
    cause: 'client-address-refused',
    nextStep:
      "Open the SMTP user's list of addresses: hosted runners change their address at every run.",
  },
];
