import type { ReplyRow } from '../schema.ts';

const OFFICE_DOCS =
  'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission';
const DEVICES =
  'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/fix-issues-with-printers-scanners-and-lob-applications-that-send-email-using-off';
const SISIMAI = 'https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Rhost/Microsoft.pm';

const SEND_AS_DENIED = {
  enhanced: '5.7.60',
  text: /not have permissions to send as|SendAsDenied/i,
  cause: 'not-authorised-to-send',
  meaning: 'The login works, but this mailbox may not send with that sender address.',
  nextStep:
    'Send as the mailbox itself, or ask an administrator for the "Send as" permission on that address.',
  sources: [DEVICES],
} as const;

/** What Microsoft says once the login is behind, about senders, limits and its own state. */
export const MICROSOFT_SENDING: readonly ReplyRow[] = [
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
    sources: ['https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/3124', DEVICES],
  },
  {
    id: 'microsoft-send-as',
    stage: 'mail',
    code: 550,
    ...SEND_AS_DENIED,
  },
  {
    id: 'microsoft-send-as-at-data',
    stage: 'data',
    code: 554,
    ...SEND_AS_DENIED,
  },
  {
    id: 'microsoft-bad-outbound-sender',
    stage: 'data',
    code: 550,
    enhanced: '5.1.8',
    text: /Bad outbound sender/i,
    cause: 'account-locked',
    meaning: 'The mailbox may not send mail to the outside, because spam was sent from it.',
    nextStep:
      'Secure the account first; then an administrator can take it off the list "Restricted entities".',
    sources: [DEVICES],
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
    sources: [OFFICE_DOCS],
  },
  {
    id: 'microsoft-server-error',
    stage: 'any',
    code: 451,
    enhanced: '4.7.0',
    text: /Temporary server error/i,
    cause: 'temporary-failure',
    meaning: 'Microsoft reports a fault of its own. It says nothing about the credential.',
    sources: [SISIMAI],
  },
  {
    id: 'microsoft-submission-rate',
    stage: 'any',
    code: 421,
    enhanced: '4.4.2',
    text: /Message submission rate for this client has exceeded/i,
    cause: 'throttled',
    nextStep: 'Wait a minute, then leave more time between the runs.',
    sources: [SISIMAI],
  },
  {
    id: 'microsoft-not-active',
    stage: 'greeting',
    code: 421,
    enhanced: '4.3.2',
    text: /Service not (active|available)/i,
    cause: 'temporary-failure',
    meaning: 'This server of Microsoft takes no connections right now.',
    sources: [SISIMAI],
  },
];
