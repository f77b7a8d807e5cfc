import type { ServerFamily } from '../schema.ts';

/** The login service of Dovecot, as a submission server or behind Postfix. */
export const DOVECOT: readonly ServerFamily[] = [
  {
    id: 'dovecot',
    name: 'Dovecot submission',
    replies: [
      {
        id: 'dovecot-mechanism',
        code: 504,
        enhanced: '5.5.4',
        text: /^Unsupported (?:authentication )?mechanism/i,
        cause: 'mechanism-refused',
      },
      {
        id: 'dovecot-refused',
        code: 535,
        enhanced: '5.7.8',
        text: /^(?:Authentication failed\.|Authorization failed)/i,
        cause: 'wrong-credentials',
        meaning:
          'The server rejected user name and password. An expired password gets the same reply.',
      },
      {
        id: 'dovecot-temporary',
        code: 454,
        enhanced: '4.7.0',
        text: /Temporary authentication failure\. \[/i,
        cause: 'temporary-failure',
        nextStep:
          "Run the job again later. If it stays, give the words in brackets to the administrator: they lead to the line in the server's log.",
      },
    ],
  },
];
