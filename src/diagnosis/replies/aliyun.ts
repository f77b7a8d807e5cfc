import type { ReplyRow } from '../schema.ts';

export const ALIYUN_REPLIES: readonly ReplyRow[] = [
  {
    id: 'aliyun-authentication-failure',
    code: 526,
    text: /Authentication failure/i,
    cause: 'app-password-required',
    meaning:
      'Alibaba Mail rejected the login: it requires the password for third-party clients, or access by mail programs is switched off. A wrong password gets the same reply.',
    nextStep:
      'In the webmail: Settings, Account and security. Allow third-party clients, generate the security password and store it. "username" is the full address.',
  },
];
