import type { ServerFamily } from '../schema.ts';

/** Dovecot as a submission server. */
export const DOVECOT: readonly ServerFamily[] = [
  {
    id: 'dovecot',
    name: 'Dovecot submission',
    replies: [
      {
        id: 'dovecot-mechanism',
        code: 504,
        enhanced: '5.5.4',
        text: /^Unsupported (authentication )?mechanism/i,
        cause: 'mechanism-refused',
      },
      {
        id: 'dovecot-refused',
        code: 535,
        enhanced: '5.7.8',
        text: /^(Authentication failed\.|Authorization failed)/i,
        cause: 'wrong-credentials',
        meaning:
          'The server refused user name and password. An expired password gets the same answer.',
      },
    ],
  },
];
