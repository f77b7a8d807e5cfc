import type { ServerFamily } from '../schema.ts';

export const HMAILSERVER: readonly ServerFamily[] = [
  {
    id: 'hmailserver',
    name: 'hMailServer',
    replies: [
      {
        id: 'hmailserver-too-many',
        code: 535,
        text: /Too many invalid logon attempts/i,
        cause: 'throttled',
        meaning:
          'After several failed logins hMailServer closes the connection and blocks this IP address for a while.',
        nextStep: 'Stop the scheduled checks, correct the secret, and wait before the next run.',
      },
      {
        id: 'hmailserver-refused',
        code: 535,
        text: /Authentication failed\. Restarting authentication process/i,
        cause: 'wrong-credentials',
        nextStep: 'Use the full address as "username", check the password, then update the secret.',
      },
      {
        id: 'hmailserver-not-enabled',
        code: 504,
        text: /^Authentication not enabled/i,
        cause: 'auth-not-offered',
        meaning: 'This server does not accept logins on this port.',
        nextStep: 'Ask the administrator which port accepts logins, mostly 587 or 465.',
      },
      {
        id: 'hmailserver-tls',
        code: 530,
        text: /SSL\/TLS-connection is required for authentication/i,
        cause: 'tls-required',
      },
      {
        id: 'hmailserver-starttls-first',
        stage: 'any',
        code: 530,
        text: /Must issue STARTTLS first/i,
        cause: 'tls-required',
      },
    ],
  },
];
