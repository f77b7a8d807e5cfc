import type { ReplyCause } from '../../src/model/cause.ts';

/**
 * Refusals of AUTH that real servers were seen to send, in bug trackers, documentation, logs and server sources. None of
 * them is a sample of a row. Names and addresses are made up; the words are theirs.
 */
export interface RealRefusal {
  readonly reply: string;
  readonly host?: string;
  /** The causes that are right. */
  readonly cause: ReplyCause | readonly ReplyCause[];
  /** Whether the words prove that a credential is dead. */
  readonly isProof?: true;
}

const WRONG = 'wrong-credentials';
const MAYBE_OFF = ['smtp-auth-disabled', 'sign-in-policy'] as const;
const LIMIT = ['quota-exceeded', 'account-locked'] as const;

/** They plainly say that user name, password or token is wrong. */
const PLAIN: readonly string[] = [
  '535 Invalid Username or Password',
  '535 5.7.0 Invalid login or password',
  '535 Invalid login',
  '535 5.7.0 Invalid login',
  '535 Invalid username',
  '535 Invalid credentials',
  '535 5.7.8 invalid credentials',
  '535 5.7.8 Invalid credentials',
  '535 bad credentials',
  '535 Bad Credentials',
  '535 5.7.8 bad credentials',
  '535 Authentication failed: Bad username / password',
  '535 Authentication failed: bad credentials',
  '535 Authentication failed: Invalid API key',
  '535 API key not found',
  '535 5.7.1 Credentials Rejected a1b2c3d4e5sm39010216uge.85',
  '535 5.7.8 password rejected',
  '535 5.7.8 Password not accepted',
  '535 5.7.8 Invalid user or password',
  '535 5.7.8 Error: authentication failed: Invalid user or password!',
  '535 5.7.8 invalid credentials for mailer@example.com',
  '535 Authentication credentials invalid',
  '535 Error: Authentication credentials invalid',
  '535 5.7.1 Authentication credentials invalid',
  '535 Authentication Credentials Invalid',
  '535 Incorrect authentication data',
  '535 5.7.1 Username and Password not accepted OlLYCRQ-TJuZRyV5xoOs1Q - nsmtp',
  '535 5.7.1 Username and Password not accepted.',
  '535 Username and Password not accepted',
  '535 SMTP password incorrect',
  '535 5.7.0 (#MBR1212) Incorrect username or password.',
  '535 5.7.8 Bad username or password (Authentication failed).',
  '535 SMTP Authentication unsuccessful/Bad username or password',
  '535 Authentication failed: The provided authorization grant is invalid, expired, or revoked',
  '535 5.7.8 Wrong username or password',
  '535 Login incorrect',
  '535 5.7.8 Error: authentication failed: bad password',
  '535 5.7.8 User unknown',
  '535 No such user',
];

/** They say that the login failed and nothing else, as Postfix does for a wrong pair. */
const FAILED: readonly string[] = [
  '535 Authentication failed',
  '535 authentication failed',
  '535 5.7.8 Authentication failed',
  '535 5.7.0 Authentication failed.',
  '535 5.7.1 Authentication failed',
  '535 #5.7.0 Authentication failed',
  '535 authorization failed (#5.7.0)',
  '535 Authorization failed',
  '535 Authentication Failed.',
  '535 5.7.0 Error: authentication failed',
  '535 5.7.8 Error: authentication failed: VXNlcm5hbWU6',
  '535 5.7.8 Error: authentication failed: (reason unavailable)',
  '535 5.7.8 Error: authentication failed: authentication failure',
  '535 5.7.3 Authentication unsuccessful',
  '535 5.7.0 authentication rejected',
  '535 5.7.0 ...authentication rejected',
  '535 5.7.8 Auth failed',
  '535 5.7.8 auth failed for postmaster@example.test',
  '535 auth failed for user contact@example.test on smtp.example.com:587',
  '535 Authentication failed. Restarting authentication process.',
  '535 SMTP AUTH failed',
  '535 Authorization Failed, please try again',
  '535 invalid authentication',
];

const OTHERS: readonly RealRefusal[] = [
  // Limits and throttles.
  { reply: '535 5.7.8 Too many connections per account', cause: 'throttled' },
  { reply: '535 5.7.8 Too many authentication failures', cause: 'throttled' },
  { reply: '535 5.7.8 Too many failed attempts; try again later', cause: 'throttled' },
  { reply: '535 Authentication failed. Too many invalid logon attempts.', cause: 'throttled' },
  { reply: '535 auth failed (this user authenticate too many times)', cause: 'throttled' },
  { reply: '535 5.7.0 (#AUTH005) Too many bad auth attempts.', cause: 'app-password-required' },
  { reply: '451 4.3.2 Temporary authentication failure (rate-limit)', cause: 'throttled' },
  { reply: '454 Too many login attempts', cause: 'throttled' },
  { reply: '500 The number of sessions exceeds the maximum', cause: 'throttled' },
  {
    reply:
      '535 5.7.8 Your account has reached its daily sending limit. Please upgrade your plan or retry in 19m21s.',
    cause: 'quota-exceeded',
  },
  {
    reply:
      '535 5.7.0 The email limit is reached. Please upgrade your plan https://mailtrap.io/billing/plans/testing',
    cause: 'quota-exceeded',
  },
  {
    reply:
      '535 5.7.0 Your account is on probation and domains are limited to 100 messages / hour. Account will be enabled in 2081 seconds',
    cause: LIMIT,
  },
  { reply: '451 Authentication failed: Maximum credits exceeded', cause: 'quota-exceeded' },
  // Locks, suspensions and activation.
  { reply: '535 Account temporarily locked', cause: 'account-locked' },
  { reply: '535 5.7.8 Account temporarily locked', cause: 'account-locked' },
  { reply: '535 Account is temporarily locked', cause: 'account-locked' },
  { reply: '535 Account disabled by administrator', cause: 'account-locked' },
  { reply: '535 5.7.8 Account suspended', cause: 'account-locked' },
  { reply: '550 User suspended', cause: 'account-locked' },
  { reply: '525 5.7.13 Account disabled', cause: 'account-locked' },
  { reply: '521 5.2.1 Account/Mailbox has expired due to inactivity.', cause: 'account-locked' },
  {
    reply: '535 Your SMTP account is not yet activated. Please contact us to request activation',
    cause: ['account-locked', 'smtp-auth-disabled'],
  },
  { reply: '535 This account is not active', cause: 'account-locked' },
  {
    reply: '535 5.7.8 Error: authentication failed: Your account has been blocked',
    cause: 'account-locked',
  },
  // A new password is wanted.
  {
    reply: '525 5.7.13 [M5] Your credentials have been compromised',
    cause: 'password-change-required',
  },
  {
    reply: '525 5.7.13 Invio temporaneamente disabilitato per la casella, modificare la password',
    cause: 'password-change-required',
  },
  {
    reply: '535 5.7.0 authentication rejected: your password is too simple',
    cause: 'password-change-required',
  },
  { reply: '432 4.7.12 A password transition is needed', cause: 'password-change-required' },
  // Switches and policies.
  { reply: '525 5.7.13 Error: SMTP disabled', cause: 'smtp-auth-disabled' },
  { reply: '535 5.7.8 SMTP access denied for this account', cause: MAYBE_OFF },
  { reply: '550 User has no permission', cause: MAYBE_OFF },
  { reply: '550 用户无权登陆', cause: 'smtp-auth-disabled' },
  { reply: '454 Authentication failed, please open smtp flag first!', cause: 'smtp-auth-disabled' },
  {
    reply: '535 Error: authentication failed, SMTP service is closed',
    cause: 'smtp-auth-disabled',
  },
  {
    reply:
      "535 5.7.0 Your organization allows only webmail and JMAP apps. This mail app can't send.",
    cause: MAYBE_OFF,
  },
  {
    reply: "535 5.7.0 This server allows only webmail and JMAP apps. This mail app can't send.",
    cause: MAYBE_OFF,
  },
  {
    reply: '535 5.7.8 Error: authentication failed: Please use the webmail',
    cause: [...MAYBE_OFF, 'credential-refused'],
  },
  // App passwords and tokens.
  { reply: '535 5.7.1 Application-specific password required.', cause: 'app-password-required' },
  {
    reply:
      '535 5.7.0 NEOBHODIM parol prilozheniya https://help.mail.ru/mail/security/protection/external / Application password is REQUIRED',
    cause: 'app-password-required',
  },
  { reply: '535 Error: 请使用授权码登录', cause: 'app-password-required' },
  {
    reply:
      '535 Login Fail. Please enter your authorization code to login. More information in http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256',
    cause: 'app-password-required',
  },
  {
    reply: '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
    cause: 'oauth-required',
  },
  // A person has to act first.
  {
    reply: '535 5.7.1 Please log in with your web browser and then try again. Learn more here.',
    cause: 'sign-in-policy',
  },
  {
    reply: '534 5.7.14 Please log in via your web browser and then try again.',
    cause: ['sign-in-policy', 'client-address-refused'],
  },
  {
    reply:
      '535 5.7.8 Error: authentication failed: Your message looks like spam. You need to use web for sending or prove you are not a robot',
    cause: 'sign-in-policy',
  },
  {
    reply: '535 5.7.0 (#MBR1240) Please verify your account by going to https://login.yahoo.com',
    cause: ['sign-in-policy', 'account-locked'],
  },
  // The address of the client.
  { reply: '535 5.7.1 Unauthorized IP address', cause: 'client-address-refused' },
  { reply: '525 5.7.1 Unauthorized IP address', cause: 'client-address-refused' },
  {
    reply: '550 5.7.1 Client host [192.0.2.1] blocked using Spamhaus',
    cause: 'client-address-refused',
  },
  // Backends and busy servers.
  { reply: '535 Error: authentication failed, system busy', cause: 'temporary-failure' },
  { reply: '454 4.7.0 Authentication unavailable', cause: 'temporary-failure' },
  { reply: '454 4.7.0 authentication timed out', cause: 'temporary-failure' },
  {
    reply: '454 4.7.0 Authentication service temporarily unavailable',
    cause: 'temporary-failure',
  },
  {
    reply: '454 4.7.0 Temporary authentication failure: Connection lost to authentication server',
    cause: 'temporary-failure',
  },
  {
    reply: '451 4.7.0 Temporary server error. Please try again later. PRX2',
    cause: 'temporary-failure',
  },
  { reply: '451 4.3.2 Internal server error', cause: 'temporary-failure' },
  { reply: '454 temporary checkpassword failure (#4.3.0)', cause: 'temporary-failure' },
  { reply: '454 4.7.0 unknown error', cause: 'temporary-failure' },
  { reply: '454 4.3.0 Try again later', cause: 'temporary-failure' },
  { reply: '454 4.7.0 Authentication rejected: Try later', cause: 'temporary-failure' },
  { reply: '451 Authentication failed: Could not authenticate', cause: 'temporary-failure' },
  { reply: '454 4.7.0 authentication failure', cause: 'temporary-failure' },
  { reply: '454 Authentication failed', cause: 'temporary-failure' },
  { reply: '421 4.4.5 HL:ICC', cause: 'temporary-failure' },
  {
    reply: '535 5.7.8 Error: authentication failed: generic failure',
    cause: 'ambiguous-refusal',
  },
  // A transient number under plain words.
  { reply: '454 4.7.0 invalid username or password', cause: WRONG },
  { reply: '435 4.7.8 Error: authentication failed:', cause: WRONG },
  { reply: '435 4.7.8 Error: authentication failed: authentication failure', cause: WRONG },
  { reply: '530 Invalid username or password', cause: WRONG, isProof: true },
  {
    reply: '500 invalid or expired token',
    cause: [WRONG, 'access-token-refused'],
    isProof: true,
  },
  { reply: '454 4.7.0 We do not AUTH example.test', cause: WRONG },
  // The form of the login and the mechanism.
  {
    reply: '501 Username used for auth is not valid email address',
    cause: [WRONG, 'login-malformed'],
  },
  { reply: '535 5.7.8 Invalid username format (need user@domain)', cause: 'login-malformed' },
  {
    reply: '535 5.7.8 Error: authentication failed: Invalid format. 1606384556-abcDEF',
    cause: 'login-malformed',
  },
  {
    reply: '535 5.7.8 Error: authentication failed: bad protocol / cancel',
    cause: ['login-malformed', 'ambiguous-refusal', 'credential-refused'],
  },
  { reply: '501 Invalid command argument, not a valid Base64 string', cause: 'login-malformed' },
  {
    reply: '535 5.7.8 Invalid authentication credentials encoding',
    cause: ['login-malformed', WRONG],
  },
  { reply: '535 5.7.8 Invalid authentication mechanism', cause: 'mechanism-refused' },
  { reply: '535 Authentication failed: no mechanism available', cause: 'mechanism-refused' },
  {
    reply: '500 5.5.1 Command unrecognized: "AUTH PLAIN AGEAYg=="',
    cause: ['unexpected-reply', 'mechanism-refused', 'auth-not-offered'],
  },
  {
    reply: '500 Error: command "AUTH" not recognized',
    cause: ['unexpected-reply', 'mechanism-refused', 'auth-not-offered'],
  },
  // Words that nobody understands.
  { reply: '535 5.7.8 Sorry.', cause: 'credential-refused' },
  { reply: '535 Denied', cause: 'credential-refused' },
  { reply: '535 5.7.0 NO', cause: 'credential-refused' },
  { reply: '535 5.7.1 Unauthorized', cause: 'credential-refused' },
  {
    reply: '535 5.7.0 553 sorry, that password allowed relay (#5.7.5)',
    cause: 'credential-refused',
  },
  {
    reply: '535 SMTP AUTH failed with the remote server. (state 8).',
    cause: ['credential-refused', WRONG],
  },
  { reply: '535 5.7.8 Bad digest', cause: 'credential-refused' },
  { reply: '535 Authentication failed: FAIL', cause: [WRONG, 'credential-refused'] },
  { reply: '571 Bad authentication', cause: [WRONG, 'credential-refused'] },
  { reply: '535 Account not subscribed to SES', cause: 'smtp-auth-disabled' },
  { reply: '535 5.7.8 Wrong username or password, crook!', cause: WRONG },
  {
    reply:
      '535 5.7.8 Invalid username or password, please try again or go to https://forwardemail.net/my-account/domains/example.com/aliases',
    cause: WRONG,
  },
  { reply: '535 Incorrect authentication data (set_id=contact@example.com)', cause: WRONG },
];

export const REAL_REFUSALS: readonly RealRefusal[] = [
  ...PLAIN.map((reply): RealRefusal => ({ reply, cause: WRONG, isProof: true })),
  ...FAILED.map((reply): RealRefusal => ({ reply, cause: WRONG, isProof: true })),
  ...OTHERS,
];
