import type { ServerFamily } from '../schema.ts';

/** The login service of Postfix, Sendmail and others: its words stand behind "authentication failed:". */
export const CYRUS_SASL: readonly ServerFamily[] = [
  {
    id: 'cyrus-sasl',
    name: 'Cyrus SASL',
    replies: [
      {
        id: 'cyrus-account-disabled',
        text: /authentication failed: account disabled/i,
        cause: 'account-locked',
      },
      {
        id: 'cyrus-passphrase-expired',
        text: /authentication failed: passphrase expired/i,
        cause: 'password-change-required',
        meaning: 'The password has expired on the server.',
        nextStep: 'Set a new password, then update the secret.',
      },
      {
        id: 'cyrus-passphrase-locked',
        text: /authentication failed: passphrase locked/i,
        cause: 'account-locked',
      },
      {
        id: 'cyrus-passphrase-weak',
        text: /authentication failed: passphrase is too weak/i,
        cause: 'password-change-required',
        meaning: 'The server rejects this password because it is too weak for its policy.',
        nextStep: 'Set a stronger password, then update the secret.',
      },
      {
        id: 'cyrus-transition',
        text: /authentication failed: One time use of a plaintext password/i,
        cause: 'password-change-required',
        meaning:
          'The server has to store the password in another form before this mechanism can work.',
        nextStep:
          'Log in once with "mechanism: PLAIN" over TLS; after that the other mechanism works.',
      },
      {
        id: 'cyrus-mechanism',
        text: /authentication failed: (?:no mechanism available|mechanism too weak for this user)/i,
        cause: 'mechanism-refused',
      },
      {
        id: 'cyrus-no-verifier',
        text: /authentication failed: user exists, but no verifier for user/i,
        cause: 'mechanism-refused',
        meaning:
          'The server knows the user, but stores nothing that this mechanism can check. The password was not judged.',
        nextStep: 'Set "mechanism: PLAIN".',
      },
      {
        id: 'cyrus-encryption',
        text: /authentication failed: encryption needed to use mechanism/i,
        cause: 'tls-required',
      },
      {
        id: 'cyrus-backend',
        text: /authentication failed: (?:remote authentication server unavailable|transient failure)/i,
        cause: 'temporary-failure',
        meaning:
          'The mail server could not reach its login service. In spite of the code 535 this says nothing about the password.',
        nextStep: 'Ask the administrator to look at the login service behind the mail server.',
      },
      {
        id: 'cyrus-no-user',
        text: /authentication failed: user not found/i,
        cause: 'wrong-credentials',
        meaning: 'The server does not know this user name.',
        nextStep: 'Check "username": many servers want the full e-mail address.',
      },
    ],
  },
];
