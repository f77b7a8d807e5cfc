import type { ServerFamily } from '../schema.ts';

export const EXIM: readonly ServerFamily[] = [
  {
    id: 'exim',
    name: 'Exim',
    replies: [
      {
        id: 'exim-refused',
        code: 535,
        text: /Incorrect authentication data/i,
        cause: 'wrong-credentials',
        nextStep:
          'Check the password, and that "username" has the form this server wants, mostly the full address. Then update the secret.',
      },
      {
        id: 'exim-not-advertised',
        code: 503,
        text: /AUTH command used when not advertised/i,
        cause: 'auth-not-offered',
      },
      {
        id: 'exim-unable',
        code: 435,
        text: /Unable to authenticate at present|Internal error/i,
        cause: 'temporary-failure',
        nextStep:
          'Run the job again later. If it stays, ask the administrator to look at the log of the mail server.',
      },
      {
        id: 'exim-tls-unavailable',
        stage: 'starttls',
        code: 454,
        text: /TLS currently unavailable/i,
        cause: 'starttls-refused',
      },
      { id: 'exim-base64', code: 501, text: /Invalid base64 data/i, cause: 'login-malformed' },
      {
        id: 'exim-initial-data',
        code: 553,
        text: /Initial data not expected/i,
        cause: 'login-malformed',
      },
    ],
  },
];
