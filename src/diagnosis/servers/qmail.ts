import type { ServerFamily } from '../schema.ts';

export const QMAIL: readonly ServerFamily[] = [
  {
    id: 'qmail',
    name: 'qmail',
    replies: [
      {
        id: 'qmail-authorization-failed',
        code: 535,
        text: /authorization failed \(#5\.7\.0\)/i,
        cause: 'wrong-credentials',
      },
      {
        id: 'qmail-authentication-failed',
        code: 535,
        text: /authentication failed \(#5\.7\.1\)/i,
        cause: 'wrong-credentials',
      },
      {
        id: 'qmail-checker-failed',
        code: 454,
        text: /\(#4\.3\.0\)/,
        cause: 'temporary-failure',
      },
    ],
  },
];
