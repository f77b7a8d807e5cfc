import type { ServerFamily } from '../schema.ts';

export const JAMES: readonly ServerFamily[] = [
  {
    id: 'james',
    name: 'Apache James',
    banner: /JAMES/,
    replies: [
      {
        id: 'james-refused',
        code: 535,
        text: /^Authentication Failed$/i,
        cause: 'wrong-credentials',
      },
    ],
  },
];
