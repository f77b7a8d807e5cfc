import type { ReplyRow } from '../schema.ts';

export const MICROSOFT_REPLIES: readonly ReplyRow[] = [
  {
    id: 'microsoft-organisation-off',
    code: 535,
    enhanced: '5.7.139',
    text: /SmtpClientAuthentication is disabled for the Tenant/i,
    cause: 'smtp-auth-disabled',
    meaning:
      'Login by SMTP is switched off for your whole organisation. The password was not judged; an access token meets the same wall.',
    nextStep:
      'Ask an Exchange administrator to switch "Authenticated SMTP" on for this one mailbox: Set-CASMailbox MAILBOX -SmtpClientAuthenticationDisabled $false. It takes up to an hour.',
  },
  {
    id: 'microsoft-mailbox-off',
    code: 535,
    enhanced: '5.7.139',
    text: /SmtpClientAuthentication is disabled for the Mailbox/i,
    cause: 'smtp-auth-disabled',
    meaning:
      'Login by SMTP is switched off for this mailbox. The name is right: the mailbox was found.',
    nextStep:
      'Work or school: ask an administrator to tick "Authenticated SMTP" for this user under "Manage email apps". A personal Outlook.com mailbox has no such switch; send through another service.',
  },
  {
    id: 'microsoft-password-login-off',
    code: 535,
    enhanced: '5.7.139',
    text: /basic authentication is disabled/i,
    cause: 'oauth-required',
    meaning:
      'This account may not log in with a password, and an app password is no way round it. Outlook.com has worked like this since September 2024.',
    nextStep:
      'Do not change the password. Log in with an access token (mechanism XOAUTH2), or send through another service.',
  },
  {
    id: 'microsoft-security-defaults',
    code: 535,
    enhanced: '5.7.139',
    text: /locked by your organization.s security defaults/i,
    cause: 'smtp-auth-disabled',
    meaning:
      'Your organisation\'s "security defaults" forbid login with a password over SMTP, whatever the mailbox\'s own setting says.',
    nextStep:
      'Log in with an access token, or ask an Entra administrator to replace security defaults by Conditional Access rules that leave this mailbox out.',
  },
  {
    id: 'microsoft-conditional-access',
    code: 535,
    enhanced: '5.7.139',
    text: /did not meet the criteria to be authenticated/i,
    cause: 'sign-in-policy',
    meaning:
      'A sign-in rule of your organisation (Conditional Access) refused this login, often because of the address it came from. The same password may work from the office and fail from a cloud runner.',
    nextStep:
      'Ask an administrator to open the Entra sign-in log, application "Authenticated SMTP": it names the rule and the address. Then leave this mailbox out of the rule, or use a runner with a fixed address.',
  },
  {
    id: 'microsoft-wrong-password',
    code: 535,
    enhanced: '5.7.139',
    text: /user credentials were incorrect/i,
    cause: 'wrong-credentials',
    nextStep:
      'Log in to Outlook on the web with the same name and password. Use the sign-in name, not an alias. If a second factor is asked for, a password alone cannot work here. Then update the secret.',
  },
  {
    id: 'microsoft-account-locked',
    code: 535,
    enhanced: '5.7.139',
    text: /account (is )?locked/i,
    cause: 'account-locked',
    meaning: 'The account is locked after several failed logins. Each further try lengthens it.',
    nextStep:
      'Stop this workflow, correct the stored password, and wait or let an administrator unblock the account.',
  },
  {
    id: 'microsoft-account-issue',
    code: 535,
    enhanced: '5.7.139',
    text: /account has an issue/i,
    cause: 'account-locked',
    meaning: 'The account is blocked, disabled or without a licence.',
    nextStep:
      'Ask an administrator to check the user\'s sign-in status and licence, and the page "Restricted entities".',
  },
  {
    id: 'microsoft-policy',
    code: 535,
    enhanced: '5.7.139',
    cause: 'sign-in-policy',
    meaning:
      'A rule of your organisation refused this login, in words that are not known here. The password is seldom the reason for this code.',
    nextStep:
      'Ask an administrator to check, in this order: SMTP login for the organisation, for the mailbox, security defaults, Conditional Access.',
  },
  {
    id: 'microsoft-unsuccessful',
    code: 535,
    enhanced: '5.7.3',
    text: /Authentication unsuccessful/i,
    cause: 'wrong-credentials',
    nextStep:
      'Log in to Outlook on the web with the same name and password; use the sign-in name, not an alias. If that works, ask an administrator whether "Authenticated SMTP" is on for this mailbox.',
    tokenNextStep:
      'Check that the token is meant for this mailbox: "username" must be a mailbox that the application may use (New-ServicePrincipal with the Object ID of the enterprise application, then Add-MailboxPermission). Changes take up to an hour.',
  },
  {
    id: 'microsoft-password-login-retired',
    code: 550,
    enhanced: '5.7.30',
    text: /Basic authentication is not supported for Client Submission/i,
    cause: 'oauth-required',
    meaning: 'Microsoft has retired login with a password for sending mail. This is permanent.',
    nextStep:
      'Log in with an access token (mechanism XOAUTH2), or send through another service or relay.',
  },
  {
    id: 'microsoft-mechanism',
    code: 504,
    enhanced: '5.7.4',
    text: /Unrecognized authentication type/i,
    cause: 'mechanism-refused',
    nextStep: 'Set "mechanism: LOGIN" for a password: Microsoft does not take PLAIN.',
    tokenNextStep: 'Set "mechanism: XOAUTH2" for an access token.',
  },
  {
    id: 'microsoft-no-login-before-mail',
    stage: 'mail',
    code: 530,
    enhanced: '5.7.57',
    text: /Client (was )?not authenticated to send/i,
    cause: 'login-missing',
    meaning:
      'Mail was handed over without a successful login. Programs that go on after a failed login show this line and hide the 535 that matters.',
    nextStep: 'Look for the earlier 535; if there is none, the program sent no login at all.',
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
      'Send as the mailbox itself, or ask an administrator for the "Send as" permission on that address.',
  },
  {
    id: 'microsoft-thread-limit',
    stage: 'mail',
    code: 432,
    enhanced: '4.3.2',
    text: /sender thread limit exceeded/i,
    cause: 'throttled',
    meaning: 'More than three programs are sending from this mailbox at the same time.',
    nextStep: 'Let the jobs run one after the other, or give each its own mailbox.',
  },
  {
    id: 'microsoft-server-error',
    stage: 'any',
    code: 451,
    enhanced: '4.7.0',
    text: /Temporary server error/i,
    cause: 'temporary-failure',
    meaning: 'Microsoft reports a fault of its own. It says nothing about the credential.',
  },
  {
    id: 'microsoft-submission-rate',
    stage: 'any',
    code: 421,
    enhanced: '4.4.2',
    text: /Message submission rate for this client has exceeded/i,
    cause: 'throttled',
    nextStep: 'Wait a minute, then leave more time between the runs.',
  },
  {
    id: 'microsoft-not-active',
    stage: 'greeting',
    code: 421,
    enhanced: '4.3.2',
    text: /Service not (active|available)/i,
    cause: 'temporary-failure',
    meaning: 'This server of Microsoft takes no connections right now.',
  },
];
