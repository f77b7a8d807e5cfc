import type { ServerFamily } from '../schema.ts';

export const HARAKA: readonly ServerFamily[] = [
  {
    id: 'haraka',
    name: 'Haraka',
    banner: /Haraka/i,
    replies: [
      {
        id: 'haraka-refused',
        code: 535,
        enhanced: '5.7.8',
        text: /Authentication failed/i,
        cause: 'wrong-credentials',
      },
      {
        id: 'haraka-invalid-auth',
        code: 504,
        text: /Invalid AUTH string/i,
        cause: 'login-malformed',
      },
    ],
  },
];
