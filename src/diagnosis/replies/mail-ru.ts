import type { ReplyRow } from '../schema.ts';

export const MAIL_RU_REPLIES: readonly ReplyRow[] = [
  {
    id: 'mail-ru-app-password',
    text: /parol prilozheniya|Application password is REQUIRED/i,
    isUnique: true,
    cause: 'app-password-required',
    nextStep:
      'Create a password for external applications at https://account.mail.ru/user/2-step-auth/passwords/ and store it.',
  },
];
