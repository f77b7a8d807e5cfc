import type { ServerFamily } from '../schema.ts';

/** OpenSMTPD, known by its source code. */
export const OPENSMTPD: readonly ServerFamily[] = [
  {
    id: 'opensmtpd',
    name: 'OpenSMTPD',
    banner: /OpenSMTPD/i,
    replies: [
      {
        id: 'opensmtpd-refused',
        code: 535,
        text: /^Authentication failed$/i,
        cause: 'wrong-credentials',
      },
      {
        id: 'opensmtpd-not-offered',
        code: 503,
        text: /Command not supported/i,
        cause: 'auth-not-offered',
      },
    ],
  },
  {
    id: 'opensmtpd-words',
    name: 'OpenSMTPD',
    replies: [
      {
        id: 'opensmtpd-mechanism',
        code: 504,
        text: /AUTH method .{0,40} not supported/i,
        cause: 'mechanism-refused',
        nextStep: 'Set "mechanism: PLAIN".',
      },
      {
        id: 'opensmtpd-login-first',
        stage: 'mail',
        code: 530,
        text: /Must issue an AUTH command first/i,
        cause: 'login-missing',
      },
    ],
  },
];
