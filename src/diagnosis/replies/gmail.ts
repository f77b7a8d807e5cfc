import type { ReplyRow } from '../schema.ts';

export const GMAIL_REPLIES: readonly ReplyRow[] = [
  {
    id: 'gmail-not-accepted',
    code: 535,
    text: /Username and Password not accepted|BadCredentials/i,
    cause: 'wrong-credentials',
    meaning:
      "Google rejected user name and password. It never accepts the account's own password over SMTP, only an app password.",
    nextStep:
      'Create an app password at https://myaccount.google.com/apppasswords (2-Step Verification must be on) and store its 16 letters as the secret. "username" is the full address.',
    tokenNextStep:
      'Fetch a new access token with the scope https://mail.google.com/ for exactly this address.',
  },
  {
    id: 'gmail-app-password',
    text: /Application-specific password required|InvalidSecondFactor/i,
    cause: 'app-password-required',
    meaning:
      "The secret is the account's own password. With 2-Step Verification on, Google requires an app password.",
    nextStep:
      'Create an app password at https://myaccount.google.com/apppasswords and store its 16 letters as the secret.',
  },
  {
    id: 'gmail-web-login',
    code: 534,
    enhanced: '5.7.9',
    text: /log in with your web browser|WebLoginRequired/i,
    cause: 'client-address-refused',
    meaning:
      'Google does not trust a login from this IP address. Hosted CI services meet this even with a valid app password, and account passwords meet it always.',
    nextStep:
      'Use an app password (https://myaccount.google.com/apppasswords) and confirm the security alert in the Google Account. If it comes back, use an access token or a sending service: hosted CI services change their address.',
  },
  {
    id: 'gmail-continue-sign-in',
    code: 534,
    enhanced: '5.7.14',
    text: /log in (?:via|through) your web browser|ContinueSignIn|signin\/continue/i,
    cause: 'client-address-refused',
    meaning:
      'Google does not trust a login from this IP address. Hosted CI services meet this even with a valid app password, and account passwords meet it always.',
    nextStep:
      'Use an app password (https://myaccount.google.com/apppasswords) and confirm the security alert in the Google Account. If it comes back, use an access token or a sending service: hosted CI services change their address.',
  },
  {
    id: 'gmail-too-many-logins',
    code: 454,
    enhanced: '4.7.0',
    text: /Too many login attempts/i,
    cause: 'throttled',
    meaning:
      'Google has seen too many logins to this account or from this IP address. It says nothing about the password.',
    nextStep: 'Wait some hours and check less often; once a day is enough.',
  },
  {
    id: 'gmail-system-problem',
    code: 454,
    enhanced: '4.7.0',
    text: /Cannot authenticate due to (?:a )?temporary system problem/i,
    cause: 'temporary-failure',
    meaning: 'Google cannot check logins right now. It says nothing about the password.',
  },
  {
    id: 'gmail-starttls-first',
    stage: 'any',
    code: 530,
    enhanced: '5.7.0',
    text: /Must issue a STARTTLS/i,
    cause: 'tls-required',
  },
  {
    id: 'gmail-login-required',
    stage: 'mail',
    code: 530,
    enhanced: '5.5.1',
    text: /Authentication Required/i,
    cause: 'login-missing',
  },
  {
    id: 'gmail-cannot-decode',
    code: 501,
    enhanced: '5.5.2',
    text: /Cannot Decode response/i,
    cause: 'login-malformed',
  },
  {
    id: 'gmail-optional-argument',
    code: 535,
    enhanced: '5.5.4',
    text: /Optional Argument not permitted/i,
    cause: 'login-malformed',
  },
  {
    id: 'gmail-pipelined-starttls',
    stage: 'starttls',
    code: 454,
    enhanced: '4.5.0',
    text: /no commands allowed to pipeline after STARTTLS/i,
    cause: 'starttls-refused',
    meaning: 'Google received bytes between STARTTLS and the start of TLS.',
    nextStep:
      'If you see this in your own program: send nothing after STARTTLS until TLS is established.',
  },
  {
    id: 'gmail-try-again-later',
    stage: 'ehlo',
    code: 421,
    enhanced: '4.7.0',
    text: /Try again later, closing connection/i,
    cause: 'throttled',
    meaning: 'Google closed the session because of the name in EHLO or because of this IP address.',
    nextStep: 'Set "ehlo-name" to a host name that exists, wait, and run the job again.',
  },
  {
    id: 'gmail-relay-credentials',
    stage: 'mail',
    code: 550,
    enhanced: '5.7.1',
    text: /Invalid credentials for relay/i,
    cause: 'not-authorised-to-send',
    meaning:
      'The Workspace relay does not accept mail from the domain or IP address of this sender.',
    nextStep:
      'Log in with an account of that domain. An allowlist of IP addresses does not help with hosted CI services, which use another address in every run.',
  },
  {
    id: 'gmail-relay-denied',
    stage: 'mail',
    code: 550,
    enhanced: '5.7.0',
    text: /Mail relay denied/i,
    cause: 'not-authorised-to-send',
    meaning:
      'The Workspace relay does not accept mail from the domain or IP address of this sender.',
    nextStep:
      'Log in with an account of that domain. An allowlist of IP addresses does not help with hosted CI services, which use another address in every run.',
  },
  {
    id: 'gmail-token-report',
    code: 334,
    text: /^eyJzdGF0dXMiOi/,
    cause: 'access-token-refused',
    tokenNextStep:
      'Fetch a new access token with the scope https://mail.google.com/ for exactly this address.',
  },
];
