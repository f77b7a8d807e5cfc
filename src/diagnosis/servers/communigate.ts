import type { ServerFamily } from '../schema.ts';

export const COMMUNIGATE: readonly ServerFamily[] = [
  {
    id: 'communigate',
    name: 'CommuniGate Pro',
    replies: [
      {
        id: 'communigate-refused',
        text: /incorrect password or account name/i,
        cause: 'wrong-credentials',
        nextStep:
          'Check "username" (many servers want the full address) and the password, then update the secret.',
      },
    ],
  },
];
