import type { ReplyRow } from '../schema.ts';

export const TISCALI_REPLIES: readonly ReplyRow[] = [
  {
    id: 'tiscali-simple-password',
    code: 535,
    enhanced: '5.7.0',
    text: /password is too simple/i,
    cause: 'password-change-required',
    meaning: 'The password may be right, but it is too simple for sending mail.',
    nextStep: 'Set a stronger password in the webmail, then update the secret.',
  },
];
