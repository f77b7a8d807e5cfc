import type { ServerFamily } from '../schema.ts';

export const POSTAL: readonly ServerFamily[] = [
  {
    id: 'postal',
    name: 'Postal',
    banner: /ESMTP Postal\//i,
    replies: [
      {
        id: 'postal-invalid-credential',
        code: 535,
        text: /^Invalid credential$/i,
        cause: 'wrong-credentials',
        meaning:
          'This server has no SMTP credential with this key. Only the password is checked, not the user name.',
        nextStep:
          'In Postal: the mail server, Credentials. Copy the key of a credential of type SMTP.',
      },
      {
        id: 'postal-denied',
        code: 535,
        text: /^Denied$/i,
        cause: 'wrong-credentials',
        nextStep:
          'Set "mechanism: PLAIN", or "username" to organization/server exactly as in Postal.',
      },
      {
        id: 'postal-protocol-error',
        code: 535,
        text: /Authenticated failed - protocol error/i,
        cause: 'login-malformed',
      },
      {
        id: 'postal-suspended',
        stage: 'mail',
        code: 535,
        text: /Mail server has been suspended/i,
        cause: 'account-locked',
        meaning:
          'The login works, in spite of the code 535; this mail server is suspended in Postal.',
        nextStep: 'Ask the administrator of Postal to lift the suspension.',
      },
    ],
  },
];
