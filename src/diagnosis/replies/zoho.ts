import type { ReplyRow } from '../schema.ts';

export const ZOHO_REPLIES: readonly ReplyRow[] = [
  {
    id: 'zoho-wrong-credentials',
    code: 535,
    text: /Authentication Failed/i,
    cause: 'wrong-credentials',
    nextStep:
      'Use the full address, the host of the region in which the account lives (smtp.zoho.eu, .in, …), and an app password if two-factor login is on.',
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
      'Free and personal plans use smtp.zoho.(region), paid plans with a domain smtppro.zoho.(region). Then check that SMTP is on for the mailbox.',
  },
  {
    id: 'zoho-sender-blocked',
    stage: 'any',
    code: 554,
    enhanced: '5.1.8',
    text: /Sender Address Blocked/i,
    cause: 'account-locked',
    meaning: 'Outgoing mail is blocked for this account.',
    nextStep: "Unblock it in Zoho's console.",
  },
  {
    id: 'zoho-relaying',
    stage: 'mail',
    code: 553,
    text: /Relaying disallowed/i,
    cause: 'not-authorised-to-send',
    nextStep: "Send from the account's own address or one of its aliases.",
  },
];
