import type { ReplyRow } from '../schema.ts';

export const TISCALI_REPLIES: readonly ReplyRow[] = [
  {
    id: 'tiscali-simple-password',
    text: /password is too simple/i,
    cause: 'password-change-required',
    meaning:
      'The password can be right, but Tiscali rejects it for sending mail: it is too simple.',
    nextStep: 'Set a stronger password in the webmail, then update the secret.',
  },
];
