import type { ReplyRow } from '../schema.ts';

export const IONOS_REPLIES: readonly ReplyRow[] = [
  {
    id: 'ionos-wrong-credentials',
    code: 535,
    text: /Authentication credentials invalid/i,
    cause: 'wrong-credentials',
    nextStep:
      'Use the full address and the password of the mailbox, not the login of the control panel.',
  },
];
