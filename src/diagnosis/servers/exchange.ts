import type { ServerFamily } from '../schema.ts';

/** Exchange that is not Microsoft 365: on premises or at a hosting company. */
export const EXCHANGE: readonly ServerFamily[] = [
  {
    id: 'exchange',
    name: 'Exchange Server',
    banner: /Microsoft ESMTP MAIL Service/i,
    replies: [
      {
        id: 'exchange-unsuccessful',
        code: 535,
        enhanced: '5.7.3',
        text: /Authentication unsuccessful/i,
        cause: 'wrong-credentials',
        nextStep:
          'Try "username" as DOMAIN\\user or as the sign-in name (user@domain). Then ask the administrator whether this account may log in by SMTP.',
      },
    ],
  },
  {
    id: 'exchange-like',
    name: 'Exchange Server, by its words',
    replies: [
      {
        id: 'exchange-mechanism',
        code: 504,
        enhanced: '5.7.4',
        text: /Unrecognized authentication type/i,
        cause: 'mechanism-refused',
      },
    ],
  },
];
