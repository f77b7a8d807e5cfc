import type { ServerFamily } from '../schema.ts';

export const MAILENABLE: readonly ServerFamily[] = [
  {
    id: 'mailenable',
    name: 'MailEnable',
    banner: /ESMTP MailEnable Service/i,
    replies: [
      {
        id: 'mailenable-refused',
        code: 535,
        text: /Invalid Username or Password/i,
        cause: 'wrong-credentials',
        nextStep: 'Use the full address as "username", check the password, then update the secret.',
      },
    ],
  },
];
