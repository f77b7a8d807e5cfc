import type { ServerFamily } from '../schema.ts';

export const POSTFIX: readonly ServerFamily[] = [
  {
    id: 'postfix',
    name: 'Postfix',
    banner: /ESMTP Postfix/i,
    replies: [
      {
        id: 'postfix-echoed-prompt',
        code: 535,
        enhanced: '5.7.8',
        text: /authentication failed: (?:UGFzc3dvcmQ6|VXNlcm5hbWU6)/,
        cause: 'wrong-credentials',
        meaning:
          'The server rejected user name and password. The odd word at the end means nothing: it is "Password:" or "Username:" in Base64.',
      },
    ],
  },
  {
    id: 'postfix-words',
    name: 'Postfix',
    replies: [
      {
        id: 'postfix-cyrus-generic-failure',
        code: 535,
        enhanced: '5.7.8',
        text: /authentication failed: generic failure/i,
        cause: 'ambiguous-refusal',
        meaning:
          'The server rejected the login, but "generic failure" can also mean that its password service is down. The cause is not certain.',
        nextStep:
          'Ask the administrator to look at the login service behind the mail server. If it runs, check the password.',
      },
      {
        id: 'postfix-cyrus',
        code: 535,
        enhanced: '5.7.8',
        text: /authentication failed: (?:authentication failure|bad protocol|another step)/i,
        cause: 'wrong-credentials',
      },
      {
        id: 'postfix-mechanism',
        code: 535,
        enhanced: '5.7.8',
        text: /Invalid authentication mechanism/i,
        cause: 'mechanism-refused',
      },
      {
        id: 'postfix-base64',
        code: 535,
        enhanced: '5.7.8',
        text: /Invalid base64 data/i,
        cause: 'login-malformed',
      },
      {
        id: 'postfix-backend-lost',
        code: 535,
        enhanced: '5.7.8',
        text: /authentication failed: (?:Connection lost|Can.t connect|Temporary)/i,
        cause: 'temporary-failure',
        meaning:
          'The mail server could not reach its login service. In spite of the code 535 this says nothing about the password.',
        nextStep: 'Ask the administrator to look at the login service behind the mail server.',
      },
      {
        id: 'postfix-refused',
        code: 535,
        enhanced: '5.7.8',
        text: /Error: authentication failed/i,
        cause: 'wrong-credentials',
      },
      {
        id: 'postfix-login-service-down',
        code: 454,
        enhanced: '4.7.0',
        text: /Temporary authentication failure: (?:Connection lost|Can.t connect)/i,
        cause: 'temporary-failure',
        meaning:
          'The mail server cannot reach its login service. This says nothing about the password.',
        nextStep: 'Ask the administrator to look at the login service behind the mail server.',
      },
      {
        id: 'postfix-temporary',
        code: 454,
        enhanced: '4.7.0',
        text: /Temporary authentication failure/i,
        cause: 'temporary-failure',
      },
      {
        id: 'postfix-not-enabled',
        code: 503,
        enhanced: '5.5.1',
        text: /authentication not enabled/i,
        cause: 'auth-not-offered',
      },
      {
        id: 'postfix-encryption',
        code: 504,
        enhanced: '5.5.4',
        text: /Encryption required for requested authentication mechanism/i,
        cause: 'tls-required',
      },
      {
        id: 'postfix-starttls-first',
        stage: 'any',
        code: 530,
        enhanced: '5.7.0',
        text: /Must issue a STARTTLS command first/i,
        cause: 'tls-required',
      },
      {
        id: 'postfix-auth-rate',
        code: 450,
        enhanced: '4.7.1',
        text: /too many AUTH commands/i,
        cause: 'throttled',
      },
      {
        id: 'postfix-too-many',
        stage: 'any',
        code: 421,
        enhanced: '4.7.0',
        text: /too many (?:errors|connections)/i,
        cause: 'throttled',
      },
      {
        id: 'postfix-new-tls-sessions',
        stage: 'starttls',
        code: 454,
        text: /too many new TLS sessions/i,
        cause: 'throttled',
        meaning: 'The server limits how many TLS sessions one IP address starts per minute.',
        nextStep: 'Wait a minute, then leave more time between the runs ("host-gap" for a list).',
      },
      {
        id: 'postfix-tls-broken',
        stage: 'starttls',
        code: 454,
        enhanced: '4.7.0',
        text: /TLS not available due to local problem/i,
        cause: 'starttls-refused',
      },
      {
        id: 'postfix-response-limit',
        code: 500,
        enhanced: '5.5.6',
        text: /SASL response limit exceeded/i,
        cause: 'login-malformed',
        meaning:
          'The login is longer than this server accepts; long access tokens meet this limit.',
        nextStep: 'Ask the administrator to raise smtpd_sasl_response_limit.',
      },
      {
        id: 'postfix-not-owned',
        stage: 'mail',
        code: 553,
        enhanced: '5.7.1',
        text: /Sender address rejected: not owned by user/i,
        cause: 'not-authorised-to-send',
      },
    ],
  },
];
