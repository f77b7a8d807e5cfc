import type { ReplyRow } from '../schema.ts';

export const JETEMAIL_REPLIES: readonly ReplyRow[] = [
  {
    id: 'jetemail-address',
    text: /IP not authorized/i,
    cause: 'client-address-refused',
    nextStep:
      'Remove the IP restriction of this SMTP user in JetEmail: hosted CI services use another address in every run.',
  },
];
