import type { ReplyRow } from '../schema.ts';

export const YANDEX_REPLIES: readonly ReplyRow[] = [
  {
    id: 'yandex-no-access',
    code: 535,
    enhanced: '5.7.8',
    text: /does not have access rights to this service/i,
    cause: 'app-password-required',
    meaning:
      'Access by mail programs is switched off for this account, or it needs an app password.',
    nextStep:
      'Allow mail programs in the settings, create an app password of the type "Mail" and store it.',
  },
];
