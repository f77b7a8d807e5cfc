import type { ServerFamily } from '../schema.ts';

/** maddy, known by its source code. */
export const MADDY: readonly ServerFamily[] = [
  {
    id: 'maddy',
    name: 'maddy',
    banner: /maddy/i,
    replies: [
      {
        id: 'maddy-refused',
        code: 535,
        enhanced: '5.7.8',
        text: /Invalid credentials/i,
        cause: 'wrong-credentials',
      },
    ],
  },
];
