import type { ServerFamily } from '../schema.ts';

/** What a standard says of a number. Only asked where the words are not known, so these come last. */
export const BARE_NUMBERS: readonly ServerFamily[] = [
  {
    id: 'standard',
    name: 'Any server, by the standard',
    replies: [
      {
        id: 'exchange-5-7-3',
        code: 535,
        enhanced: '5.7.3',
        cause: 'wrong-credentials',
        nextStep:
          'Try "username" as DOMAIN\\user or as the sign-in name (user@domain). Then ask the administrator whether this account may log in by SMTP.',
      },
      {
        id: 'rfc-password-transition',
        code: 432,
        enhanced: '4.7.12',
        cause: 'password-change-required',
        meaning:
          'The server has to store the password in another form before this mechanism can work.',
        nextStep:
          'Log in once with "mechanism: PLAIN" over TLS; after that the other mechanism works.',
      },
      {
        id: 'rfc-temporary',
        code: 454,
        enhanced: '4.7.0',
        cause: 'temporary-failure',
      },
      {
        id: 'rfc-mechanism-too-weak',
        code: 534,
        enhanced: '5.7.9',
        cause: 'mechanism-refused',
        meaning:
          'By the standard: this mechanism is too weak for this account. Some servers use this code when they require an app password.',
        nextStep:
          'Set "mechanism" to a stronger one that the server offers, or try an app password.',
      },
      {
        id: 'rfc-credentials-invalid',
        code: 535,
        enhanced: '5.7.8',
        cause: 'credential-refused',
      },
      {
        id: 'rfc-line-too-long',
        code: 500,
        enhanced: '5.5.6',
        cause: 'login-malformed',
        meaning:
          'The login is longer than this server accepts; long access tokens meet this limit.',
        nextStep: 'Use a shorter token, or ask the administrator to raise the limit.',
      },
      {
        id: 'rfc-login-required',
        code: 530,
        enhanced: '5.7.0',
        stage: 'mail',
        cause: 'login-missing',
      },
      {
        id: 'rfc-encryption-needed',
        code: 538,
        enhanced: '5.7.11',
        cause: 'tls-required',
      },
      {
        id: 'rfc-encryption-needed-523',
        code: 523,
        enhanced: '5.7.10',
        cause: 'tls-required',
      },
      {
        id: 'rfc-535',
        code: 535,
        cause: 'credential-refused',
      },
    ],
  },
];
