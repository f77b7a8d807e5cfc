import type { ServerFamily } from '../schema.ts';

const EXIM = 'https://github.com/Exim/exim/blob/master/src/src/smtp_in.c';
const SENDMAIL = 'https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/src/srvrsmtp.c';
const FOR_ADMIN = 'Ask the administrator to look at the log of the mail server.';

export const EXIM_AND_SENDMAIL: readonly ServerFamily[] = [
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
          'Check the password, and that the user name has the form this server wants, mostly the full address. Then update the secret.',
        sources: [EXIM, 'https://github.com/knadh/listmonk/issues/956'],
      },
      {
        id: 'exim-not-advertised',
        code: 503,
        text: /AUTH command used when not advertised/i,
        cause: 'auth-not-offered',
        meaning: 'This server takes no login from this client here, or only after TLS has begun.',
        nextStep: 'Use port 587 with "starttls: required", or port 465.',
        sources: [EXIM],
      },
      {
        id: 'exim-unable',
        code: 435,
        text: /Unable to authenticate at present|Internal error/i,
        cause: 'temporary-failure',
        nextStep: `Run the job again later. If it stays: ${FOR_ADMIN.toLowerCase()}`,
        sources: [EXIM],
      },
      {
        id: 'exim-tls-unavailable',
        stage: 'starttls',
        code: 454,
        text: /TLS currently unavailable/i,
        cause: 'starttls-refused',
        sources: [EXIM],
      },
      {
        id: 'exim-base64',
        code: 501,
        text: /Invalid base64 data/i,
        cause: 'login-malformed',
        sources: [EXIM],
      },
      {
        id: 'exim-initial-data',
        code: 553,
        text: /Initial data not expected/i,
        cause: 'login-malformed',
        sources: [EXIM],
      },
    ],
  },
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
        sources: [SENDMAIL],
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
        meaning: 'This server takes no login here, or only after TLS has begun.',
        nextStep: 'Use port 587 with "starttls: required", or port 465.',
        sources: [SENDMAIL],
      },
      {
        id: 'sendmail-mechanism',
        code: 504,
        enhanced: '5.3.3',
        text: /AUTH mechanism .{0,40} not available/i,
        cause: 'mechanism-refused',
        sources: [SENDMAIL],
      },
      {
        id: 'sendmail-base64',
        code: 501,
        enhanced: '5.5.4',
        text: /cannot BASE64 decode/i,
        cause: 'login-malformed',
        sources: [SENDMAIL],
      },
      {
        id: 'sendmail-tls',
        stage: 'starttls',
        code: 454,
        enhanced: '4.3.3',
        text: /TLS not available/i,
        cause: 'starttls-refused',
        sources: [SENDMAIL],
      },
    ],
  },
];
