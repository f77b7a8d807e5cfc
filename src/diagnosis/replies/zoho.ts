import type { ReplyRow } from '../schema.ts';

export const ZOHO_REPLIES: readonly ReplyRow[] = [
  {
    id: 'zoho-wrong-credentials',
    code: 535,
    text: /Authentication Failed/i,
    cause: 'wrong-credentials',
    nextStep:
      'Use the full address and the host of the region of the account (smtp.zoho.eu, .in, ...). With two-factor authentication create an app password: https://accounts.zoho.com, Security, App Passwords.',
  },
  {
    id: 'zoho-access-restricted',
    code: 554,
    enhanced: '5.7.8',
    text: /Access Restricted/i,
    cause: 'smtp-auth-disabled',
    meaning:
      'This account or plan may not log in by SMTP on this host. The password was not judged.',
    nextStep:
      'Free and personal plans use smtp.zoho.(region), paid plans with a domain smtppro.zoho.(region). Then switch on SMTP access: Zoho Mail Admin Console, Users, this user, Mail settings.',
  },
  {
    id: 'zoho-sender-blocked',
    stage: 'any',
    code: 554,
    enhanced: '5.1.8',
    text: /Sender Address Blocked/i,
    cause: 'account-locked',
    meaning: 'Zoho has blocked outgoing mail for this account.',
    nextStep: 'Unblock it in the Zoho Mail Admin Console, or at https://mail.zoho.com/UnblockMe.',
  },
  {
    id: 'zoho-relaying',
    stage: 'mail',
    code: 553,
    text: /Relaying disallowed/i,
    cause: 'not-authorised-to-send',
    nextStep: 'Set "from" to the address of the account or to one of its aliases.',
  },
];
