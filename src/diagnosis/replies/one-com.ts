import type { ReplyRow } from '../schema.ts';

export const ONE_COM_REPLIES: readonly ReplyRow[] = [
  {
    id: 'one-com-compromised',
    text: /credentials have been compromised/i,
    isUnique: true,
    cause: 'password-change-required',
    meaning: 'one.com blocks this mailbox because its password was leaked or misused.',
    nextStep:
      'Set a new password for the mailbox in the one.com control panel (Email, this mailbox, Change password), then update the secret. Do not reuse the old one.',
  },
];
