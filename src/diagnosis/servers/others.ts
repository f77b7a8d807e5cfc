import type { ServerFamily } from '../family.ts';

/** Further server software, each known by its own source code. */

const POSTAL = 'https://github.com/postalserver/postal/blob/main/app/lib/smtp_server/client.rb';
const OPENSMTPD =
  'https://github.com/OpenSMTPD/OpenSMTPD/blob/master/usr.sbin/smtpd/smtp_session.c';
const HARAKA = 'https://github.com/haraka/Haraka/blob/master/plugins/auth/auth_base.js';
const STALWART =
  'https://github.com/stalwartlabs/stalwart/blob/main/crates/smtp/src/inbound/auth.rs';
const MADDY = 'https://github.com/foxcpp/maddy/blob/master/internal/endpoint/smtp/smtp.go';
const GO_SMTP = 'https://github.com/emersion/go-smtp/blob/master/conn.go';

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
    id: 'opensmtpd',
    name: 'OpenSMTPD',
    banner: /OpenSMTPD/i,
    replies: [
      {
        id: 'opensmtpd-refused',
        code: 535,
        text: /^Authentication failed$/i,
        cause: 'wrong-credentials',
        sources: [OPENSMTPD],
      },
      {
        id: 'opensmtpd-not-offered',
        code: 503,
        text: /Command not supported/i,
        cause: 'auth-not-offered',
        sources: [OPENSMTPD],
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
        sources: [OPENSMTPD],
      },
      {
        id: 'opensmtpd-login-first',
        stage: 'mail',
        code: 530,
        text: /Must issue an AUTH command first/i,
        cause: 'login-missing',
        sources: [OPENSMTPD],
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
    id: 'stalwart',
    name: 'Stalwart',
    banner: /Stalwart/i,
    replies: [
      {
        id: 'stalwart-refused',
        code: 535,
        enhanced: '5.7.8',
        text: /Authentication credentials invalid/i,
        cause: 'wrong-credentials',
        sources: [STALWART],
      },
    ],
  },
  {
    id: 'stalwart-words',
    name: 'Stalwart',
    replies: [
      {
        id: 'stalwart-token-expired',
        code: 535,
        enhanced: '5.7.8',
        text: /OAuth token expired/i,
        cause: 'access-token-refused',
        sources: [STALWART],
      },
      {
        id: 'stalwart-multi-factor',
        code: 334,
        text: /requires multi-factor authentication/i,
        cause: 'app-password-required',
        sources: [STALWART],
      },
      {
        id: 'stalwart-not-authorised',
        code: 550,
        enhanced: '5.7.1',
        text: /not authorized to use this service/i,
        cause: 'smtp-auth-disabled',
        meaning: 'The login is right, but this account has no permission to send mail.',
        nextStep: 'Ask the administrator for the permission to send.',
        sources: [STALWART],
      },
      {
        id: 'stalwart-mechanism',
        code: 554,
        enhanced: '5.7.8',
        text: /Authentication mechanism not supported/i,
        cause: 'mechanism-refused',
        meaning:
          'The server does not take this mechanism here. It takes passwords only after TLS has begun.',
        nextStep:
          'Set "starttls: required", or use port 465; then choose a mechanism that it offers.',
        sources: [STALWART],
      },
      {
        id: 'stalwart-too-many',
        code: 455,
        enhanced: '4.3.0',
        text: /Too many authentication errors/i,
        cause: 'throttled',
        sources: [STALWART],
      },
    ],
  },
  {
    id: 'maddy',
    name: 'maddy',
    banner: /maddy/i,
    replies: [
      {
        id: 'maddy-refused',
        code: 535,
        enhanced: '5.7.8',
        text: /Invalid credentials/i,
        cause: 'wrong-credentials',
        sources: [MADDY],
      },
    ],
  },
  {
    id: 'go-smtp',
    name: 'Servers built on go-smtp',
    replies: [
      {
        id: 'go-smtp-tls',
        code: 523,
        enhanced: '5.7.10',
        text: /TLS is required/i,
        cause: 'tls-required',
        sources: [GO_SMTP],
      },
      {
        id: 'go-smtp-login-first',
        stage: 'mail',
        code: 502,
        enhanced: '5.7.0',
        text: /Please authenticate first|Authentication not supported/i,
        cause: 'login-missing',
        sources: [GO_SMTP],
      },
      {
        id: 'go-smtp-mechanism',
        code: 504,
        enhanced: '5.7.4',
        text: /Unsupported authentication mechanism/i,
        cause: 'mechanism-refused',
        sources: [GO_SMTP],
      },
      {
        id: 'go-smtp-base64',
        code: 454,
        enhanced: '4.7.0',
        text: /Invalid base64 data/i,
        cause: 'login-malformed',
        sources: [GO_SMTP],
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
