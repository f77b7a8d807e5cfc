import type { RepliesOf } from '../schema.ts';

/** Companies where people have mailboxes, Europe and America. */

const PROTON = 'https://proton.me/support/smtp-submission';

export const MAILBOXES_REPLIES = {
  yahoo: [
    {
      id: 'yahoo-auth005',
      code: 535,
      enhanced: '5.7.0',
      text: /#AUTH005/,
      cause: 'app-password-required',
      meaning:
        'Almost always the secret is the account\'s own password, which is not taken here, although the text speaks of "too many bad auth attempts". Further tries can lock the account.',
      nextStep:
        'Create an app password in the account security page, store it, and wait half an hour before the next run. The user name is the full address.',
      sources: [
        'https://github.com/nodemailer/nodemailer/issues/1112',
        'https://github.com/PHPMailer/PHPMailer/issues/3291',
      ],
    },
  ],
  icloud: [
    {
      id: 'icloud-wrong-credentials',
      code: 535,
      enhanced: '5.7.8',
      text: /authentication failed/i,
      cause: 'wrong-credentials',
      nextStep:
        'Create an app-specific password at https://account.apple.com and store it. The user name is the @icloud.com or @me.com address, also if you send from a domain of your own.',
      sources: ['https://github.com/kellylford/QuickMail/issues/32'],
    },
  ],
  proton: [
    {
      id: 'proton-mechanism',
      code: 535,
      enhanced: '5.7.8',
      text: /Invalid authentication mechanism/i,
      cause: 'mechanism-refused',
      nextStep: 'Set "mechanism: PLAIN".',
      sources: [
        'https://github.com/splitbrain/dokuwiki-plugin-smtp/issues/65',
        'https://github.com/home-assistant/core/issues/154774',
      ],
    },
    {
      id: 'proton-wrong-credentials',
      code: 535,
      enhanced: '5.7.8',
      text: /authentication failed/i,
      cause: 'wrong-credentials',
      nextStep:
        'Create an SMTP token for the address of your own domain and store it as the password; the account password does not work here.',
      sources: ['https://github.com/dawidd6/action-send-mail/issues/208', PROTON],
    },
    {
      id: 'proton-login-required',
      stage: 'mail',
      code: 553,
      enhanced: '5.7.1',
      text: /Sender address rejected: not logged in/i,
      cause: 'login-missing',
      sources: ['https://github.com/home-assistant/core/issues/154774'],
    },
  ],
  zoho: [
    {
      id: 'zoho-wrong-credentials',
      code: 535,
      text: /Authentication Failed/i,
      cause: 'wrong-credentials',
      nextStep:
        'Use the full address, the host of the region in which the account lives (smtp.zoho.eu, .in, …), and an app password if two-factor login is on.',
      sources: [
        'https://github.com/nodemailer/nodemailer/issues/456',
        'https://www.zoho.com/mail/help/zoho-smtp.html',
      ],
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
      sources: ['https://postigo.net/smtp/zoho'],
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
      sources: ['https://help.zoho.com/portal/en/community/topic/issue-with-outgoing-mail'],
    },
    {
      id: 'zoho-relaying',
      stage: 'mail',
      code: 553,
      text: /Relaying disallowed/i,
      cause: 'not-authorised-to-send',
      nextStep: "Send from the account's own address or one of its aliases.",
      sources: ['https://github.com/mybb/mybb/issues/2644'],
    },
  ],
  gmx: [
    {
      id: 'gmx-wrong-credentials',
      code: 535,
      text: /Authentication credentials invalid/i,
      cause: 'wrong-credentials',
      nextStep:
        'Switch on "POP3 and IMAP" in the web settings: it is off by default and goes off when unused. With two-factor login create an app password. Then check the secret.',
      sources: ['https://github.com/jens-maus/yam/issues/638'],
    },
    {
      id: 'gmx-wrong-credentials-older',
      code: 535,
      enhanced: '5.7.0',
      text: /Incorrect username or password/i,
      cause: 'wrong-credentials',
      nextStep:
        'Switch on "POP3 and IMAP" in the web settings: it is off by default and goes off when unused. With two-factor login create an app password. Then check the secret.',
      sources: ['https://github.com/jens-maus/yam/issues/638'],
    },
  ],
  tiscali: [
    {
      id: 'tiscali-simple-password',
      code: 535,
      enhanced: '5.7.0',
      text: /password is too simple/i,
      cause: 'password-change-required',
      meaning: 'The password may be right, but it is too simple for sending mail.',
      nextStep: 'Set a stronger password in the webmail, then update the secret.',
      sources: [
        'https://github.com/MailCore/mailcore2/pull/1517',
        'https://github.com/MailCore/mailcore2/pull/1520',
      ],
    },
  ],
} satisfies RepliesOf;
