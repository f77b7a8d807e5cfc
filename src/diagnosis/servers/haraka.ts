import type { ServerFamily } from '../schema.ts';

const HARAKA_SOURCE = 'https://github.com/haraka/Haraka/blob/master/plugins/auth/auth_base.js';

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
        sources: [HARAKA_SOURCE],
      },
      {
        id: 'haraka-invalid-auth',
        code: 504,
        text: /Invalid AUTH string/i,
        cause: 'login-malformed',
        sources: [HARAKA_SOURCE],
      },
    ],
  },
];
