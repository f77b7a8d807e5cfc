import type { ReplyRow } from '../schema.ts';

export const ALIYUN_REPLIES: readonly ReplyRow[] = [
  {
    id: 'aliyun-authentication-failure',
    code: 526,
    text: /Authentication failure/i,
    cause: 'app-password-required',
    meaning:
      'Alibaba Mail refused the login: it wants the password for third-party clients, or access by mail programs is switched off.',
    nextStep:
      'Allow third-party clients, generate their security password and store it. The user name is the full address.',
  },
];
