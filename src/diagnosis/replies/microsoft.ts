import type { CredentialFacts } from '../../model/account.ts';
import type { ReplyRow } from '../schema.ts';

export const MICROSOFT_REPLIES: readonly ReplyRow[] = [
  {
    id: 'microsoft-organisation-off',
    text: /SmtpClientAuthentication is disabled for the Tenant/i,
    isUnique: true,
    cause: 'smtp-auth-disabled',
    meaning:
      'SMTP AUTH is switched off for your whole organization. The credential was not judged; an access token is rejected in the same way.',
    nextStep:
      'Ask an Exchange administrator to run: Set-CASMailbox MAILBOX -SmtpClientAuthenticationDisabled $false. This allows SMTP AUTH for this one mailbox; it takes up to an hour.',
    tokenNextStep:
      'Ask an Exchange administrator to run: Set-CASMailbox MAILBOX -SmtpClientAuthenticationDisabled $false. Access tokens need it too; it takes up to an hour.',
  },
  {
    id: 'microsoft-mailbox-off',
    text: /SmtpClientAuthentication is disabled for the Mailbox/i,
    isUnique: true,
    cause: 'smtp-auth-disabled',
    meaning:
      'SMTP AUTH is switched off for this mailbox. The user name is right: the mailbox was found.',
    nextStep:
      'Ask an administrator: Microsoft 365 admin center, Users, Active users, this user, Mail, Manage email apps, tick "Authenticated SMTP". A personal Outlook.com mailbox has no such switch.',
    tokenNextStep:
      'Ask an administrator: Microsoft 365 admin center, Users, Active users, this user, Mail, Manage email apps, tick "Authenticated SMTP". Access tokens need it too.',
  },
  {
    id: 'microsoft-password-login-off',
    text: /basic authentication is disabled/i,
    isUnique: true,
    cause: 'oauth-required',
    meaning:
      'This account does not accept passwords over SMTP, app passwords included. Outlook.com has worked like this since September 2024.',
    nextStep:
      'Keep the password. Set "mechanism: XOAUTH2" and give an OAuth 2.0 access token, or send through another service.',
  },
  {
    id: 'microsoft-security-defaults',
    text: /locked by your organization.s security defaults/i,
    isUnique: true,
    cause: 'smtp-auth-disabled',
    meaning:
      'The security defaults of your organization forbid passwords over SMTP, whatever the setting of the mailbox is.',
    nextStep:
      'Log in with an access token ("mechanism: XOAUTH2"), or ask an Entra administrator to replace security defaults with Conditional Access policies that exclude this mailbox.',
  },
  {
    id: 'microsoft-conditional-access',
    text: /did not meet the criteria to be authenticated/i,
    isUnique: true,
    cause: 'sign-in-policy',
    meaning:
      'A Conditional Access policy of your organization rejected this login, often because of its IP address. The same password can work in the office and fail on a hosted CI service.',
    nextStep:
      'Ask an administrator to open Entra admin center, Sign-in logs, client app "Authenticated SMTP": the entry names the policy. Then exclude this mailbox from it, or run the check from a fixed address.',
  },
  {
    id: 'microsoft-wrong-password',
    text: /user credentials were incorrect/i,
    cause: 'wrong-credentials',
    nextStep:
      'Sign in at https://outlook.office.com with the same name and password. Use the sign-in name, not an alias. If it asks for a second factor, a password cannot work here. Then update the secret.',
  },
  {
    id: 'microsoft-account-locked',
    code: 535,
    enhanced: '5.7.139',
    text: /(?:account|user) (?:is )?locked(?! by your organization)/i,
    cause: 'account-locked',
    meaning:
      'The account is locked after several failed logins. Each further attempt prolongs the lock.',
    nextStep:
      'Stop the scheduled checks and correct the stored password. Then wait, or ask an administrator to unblock the account.',
  },
  {
    id: 'microsoft-account-issue',
    code: 535,
    enhanced: '5.7.139',
    text: /account has an issue/i,
    cause: 'account-locked',
    meaning: 'The account is blocked, disabled or without a license.',
    nextStep:
      'Ask an administrator to check the sign-in status and the license of this user in the Microsoft 365 admin center, and the page "Restricted entities" in the Defender portal.',
  },
  {
    id: 'microsoft-policy',
    code: 535,
    enhanced: '5.7.139',
    cause: 'sign-in-policy',
    meaning:
      'A rule of your organization rejected this login, in words that are not known here. With this code the password is seldom the reason.',
    nextStep:
      'Ask an administrator to check, in this order: SMTP AUTH for the organization, SMTP AUTH for the mailbox, security defaults, Conditional Access.',
  },
  {
    id: 'microsoft-unsuccessful',
    code: 535,
    enhanced: '5.7.3',
    text: /Authentication unsuccessful/i,
    cause: 'wrong-credentials',
    nextStep:
      'Sign in at https://outlook.office.com with the same name and password; use the sign-in name, not an alias. If that works, ask an administrator whether "Authenticated SMTP" is on for this mailbox.',
    tokenNextStep: mailboxAdvice,
  },
  {
    id: 'microsoft-password-login-retired',
    text: /Basic authentication is not supported for Client Submission/i,
    isUnique: true,
    cause: 'oauth-required',
    meaning: 'Microsoft has retired passwords for sending mail. This is permanent.',
    nextStep:
      'Set "mechanism: XOAUTH2" and give an access token, or send through another service or relay.',
  },
  {
    id: 'microsoft-token-malformed',
    text: /Invalid XOAUTH2 auth data/i,
    cause: 'login-malformed',
    meaning: 'Microsoft could not read the XOAUTH2 message. The token was not judged.',
    tokenNextStep:
      'Set "username" to the full address of the mailbox and fetch the token again: it must be one line without quotes, spaces or "Bearer".',
  },
  {
    id: 'microsoft-mechanism',
    code: 504,
    enhanced: '5.7.4',
    text: /Unrecognized authentication type/i,
    cause: 'mechanism-refused',
    nextStep: 'Set "mechanism: LOGIN" for a password: Microsoft does not accept PLAIN.',
    tokenNextStep: 'Set "mechanism: XOAUTH2" for an access token.',
  },
  {
    id: 'microsoft-ehlo-first',
    code: 503,
    enhanced: '5.5.2',
    text: /Send hello first/i,
    cause: 'login-malformed',
    meaning: 'The server expects EHLO before this command; after STARTTLS, EHLO is sent again.',
    nextStep: 'If you see this in your own program: send EHLO again after STARTTLS.',
  },
  {
    id: 'microsoft-no-login-before-mail',
    stage: 'mail',
    code: 530,
    enhanced: '5.7.57',
    text: /Client (?:was )?not authenticated to send/i,
    cause: 'login-missing',
    meaning:
      'Mail was submitted without a successful login. Programs that go on after a failed login show this line and hide the 535 that matters.',
    nextStep:
      'Look for an earlier 535 in the same log. If there is none, the program did not log in at all.',
  },
  {
    id: 'microsoft-send-as',
    stage: 'mail',
    code: 550,
    enhanced: '5.7.60',
    text: /not have permissions to send as|SendAsDenied/i,
    cause: 'not-authorised-to-send',
    meaning: 'The login works, but this mailbox may not send with that sender address.',
    nextStep:
      'Set "from" to the address of the mailbox, or ask an administrator for the "Send as" permission on that address.',
  },
  {
    id: 'microsoft-thread-limit',
    stage: 'mail',
    code: 432,
    enhanced: '4.3.2',
    text: /sender thread limit exceeded/i,
    cause: 'quota-exceeded',
    meaning: 'More than three programs are sending from this mailbox at the same time.',
    nextStep: 'Run the jobs one after the other, or give each its own mailbox.',
  },
  {
    id: 'microsoft-server-error',
    stage: 'any',
    code: 451,
    enhanced: '4.7.0',
    text: /Temporary server error/i,
    cause: 'temporary-failure',
    meaning: 'Microsoft reports an error of its own. It says nothing about the credential.',
  },
  {
    id: 'microsoft-submission-rate',
    stage: 'any',
    code: 421,
    enhanced: '4.4.2',
    text: /Message submission rate for this client has exceeded/i,
    cause: 'quota-exceeded',
    nextStep: 'Wait a minute, then leave more time between the runs.',
  },
  {
    id: 'microsoft-not-active',
    stage: 'greeting',
    code: 421,
    enhanced: '4.3.2',
    text: /Service not (?:active|available)/i,
    cause: 'temporary-failure',
    meaning: 'This Microsoft server does not accept connections right now.',
  },
];

/** "This token may not use this mailbox": what to check depends on whose token it is. */
function mailboxAdvice({ grant }: Pick<CredentialFacts, 'grant'>): string {
  if (grant === 'refresh-token') return USER_TOKEN;
  if (grant === 'client-credentials') return APPLICATION_TOKEN;
  return `A token of a user: ${USER_TOKEN} A token of an application: ${APPLICATION_TOKEN}`;
}

const USER_TOKEN =
  'Check that the token has the delegated permission SMTP.Send, that "username" is the mailbox that signed in (or one that it has full access to), and that SMTP AUTH is on for the mailbox.';

const APPLICATION_TOKEN =
  'An administrator runs New-ServicePrincipal with the Object ID of the enterprise application, then Add-MailboxPermission for the mailbox in "username". Changes take up to an hour.';
