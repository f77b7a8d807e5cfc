import type { ServerFamily } from '../schema.ts';

export const SENDMAIL: readonly ServerFamily[] = [
  {
    id: 'sendmail',
    name: 'Sendmail',
    banner: /Sendmail/i,
    replies: [
      {
        id: 'sendmail-refused',
        code: 535,
        enhanced: '5.7.0',
        text: /authentication failed/i,
        cause: 'wrong-credentials',
      },
    ],
  },
  {
    id: 'sendmail-words',
    name: 'Sendmail',
    replies: [
      {
        id: 'sendmail-not-available',
        code: 503,
        enhanced: '5.3.3',
        text: /AUTH not available/i,
        cause: 'auth-not-offered',
      },
      {
        id: 'sendmail-mechanism',
        code: 504,
        enhanced: '5.3.3',
        text: /AUTH mechanism .{0,40} not available/i,
        cause: 'mechanism-refused',
      },
      {
        id: 'sendmail-base64',
        code: 501,
        enhanced: '5.5.4',
        text: /cannot BASE64 decode/i,
        cause: 'login-malformed',
      },
      {
        id: 'sendmail-tls',
        stage: 'starttls',
        code: 454,
        enhanced: '4.3.3',
        text: /TLS not available/i,
        cause: 'starttls-refused',
      },
    ],
  },
];
