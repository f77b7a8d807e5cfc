import type { ReplyRow } from '../schema.ts';

export const MAIL_RU_REPLIES: readonly ReplyRow[] = [
  {
    id: 'mail-ru-app-password',
    code: 535,
    enhanced: '5.7.0',
    text: /parol prilozheniya|Application password is REQUIRED/i,
    cause: 'app-password-required',
    nextStep: 'Create a password for external applications in the account and store it.',
  },
];
