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
        sources: ['https://www.fehcom.de/qmail/smtpauth.html'],
      },
      {
        id: 'qmail-authentication-failed',
        code: 535,
        text: /authentication failed \(#5\.7\.1\)/i,
        cause: 'wrong-credentials',
        sources: ['https://www.fehcom.de/qmail/smtpauth.html'],
      },
      {
        id: 'qmail-checker-failed',
        code: 454,
        text: /\(#4\.3\.0\)/,
        cause: 'temporary-failure',
        sources: ['https://www.fehcom.de/qmail/smtpauth.html'],
      },
    ],
  },
];
