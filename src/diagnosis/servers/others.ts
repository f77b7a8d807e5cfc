import type { ServerFamily } from '../schema.ts';

const POSTAL = 'https://github.com/postalserver/postal/blob/main/app/lib/smtp_server/client.rb';
const HARAKA = 'https://github.com/haraka/Haraka/blob/master/plugins/auth/auth_base.js';

/** Further server software, each known by its own source code. */
export const OTHER_SERVERS: readonly ServerFamily[] = [
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
        sources: [POSTAL, 'https://github.com/postalserver/postal/issues/1930'],
      },
      {
        id: 'postal-denied',
        code: 535,
        text: /^Denied$/i,
        cause: 'wrong-credentials',
        nextStep:
          'Use "mechanism: PLAIN", or the user name "organisation/server" exactly as in Postal.',
        sources: [POSTAL, 'https://github.com/postalserver/postal/issues/753'],
      },
      {
        id: 'postal-protocol-error',
        code: 535,
        text: /Authenticated failed - protocol error/i,
        cause: 'login-malformed',
        sources: [POSTAL],
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
        sources: [POSTAL],
      },
      {
        id: 'postal-from-name',
        stage: 'data',
        code: 530,
        text: /From\/Sender name is not valid/i,
        cause: 'not-authorised-to-send',
        nextStep: "Verify the sender's domain in Postal, or change the sender.",
        sources: [POSTAL],
      },
    ],
  },
  {
    id: 'haraka',
    name: 'Haraka',
    banner: /Haraka/i,
    replies: [
      {
        id: 'haraka-refused',
        code: 535,
        enhanced: '5.7.8',
        text: /Authentication failed/i,
        cause: 'wrong-credentials',
        sources: [HARAKA],
      },
      {
        id: 'haraka-invalid-auth',
        code: 504,
        text: /Invalid AUTH string/i,
        cause: 'login-malformed',
        sources: [HARAKA],
      },
    ],
  },
  {
    id: 'james',
    name: 'Apache James',
    banner: /JAMES/,
    replies: [
      {
        id: 'james-refused',
        code: 535,
        text: /^Authentication Failed$/i,
        cause: 'wrong-credentials',
        sources: [
          'https://github.com/apache/james-project/blob/master/server/protocols/protocols-smtp/src/main/java/org/apache/james/smtpserver/AuthCmdHandler.java',
        ],
      },
    ],
  },
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
  {
    id: 'hmailserver',
    name: 'hMailServer',
    replies: [
      {
        id: 'hmailserver-refused',
        code: 535,
        text: /Authentication failed\. Restarting authentication process/i,
        cause: 'wrong-credentials',
        nextStep: 'Use the full address as user name, check the password, then update the secret.',
        sources: ['https://github.com/hmailserver/hmailserver'],
      },
    ],
  },
];
