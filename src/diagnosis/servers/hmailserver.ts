import type { ServerFamily } from '../schema.ts';

export const HMAILSERVER: readonly ServerFamily[] = [
  {
    id: 'hmailserver',
    name: 'hMailServer',
    replies: [
      {
        id: 'hmailserver-refused',
        code: 535,
        text: /Authentication failed\. Restarting authentication process/i,
        cause: 'wrong-credentials',
        nextStep: 'Use the full address as user name, check the password, then update the secret.',
      },
    ],
  },
];
