import type { ReplyRow } from '../schema.ts';

export const GODADDY_REPLIES: readonly ReplyRow[] = [
  {
    id: 'godaddy-disabled',
    code: 535,
    text: /account disabled/i,
    cause: 'account-locked',
    nextStep: 'Switch the mailbox on again in the e-mail dashboard.',
  },
];
