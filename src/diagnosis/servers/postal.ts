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
          'No SMTP credential of this server has this key. The password alone counts, the user name does not.',
        nextStep:
          'Copy the key of a credential of the type SMTP from the right mail server in Postal.',
      },
      {
        id: 'postal-denied',
        code: 535,
        text: /^Denied$/i,
        cause: 'wrong-credentials',
        nextStep:
          'Use "mechanism: PLAIN", or the user name "organisation/server" exactly as in Postal.',
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
          'In spite of the number 535 the login works; this mail server is suspended in Postal.',
        nextStep: 'Ask the administrator of Postal to lift the suspension.',
      },
    ],
  },
];
