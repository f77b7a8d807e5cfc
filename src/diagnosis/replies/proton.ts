import type { ReplyRow } from '../schema.ts';

export const PROTON_REPLIES: readonly ReplyRow[] = [
  {
    id: 'proton-mechanism',
    code: 535,
    enhanced: '5.7.8',
    text: /Invalid authentication mechanism/i,
    cause: 'mechanism-refused',
    nextStep: 'Set "mechanism: PLAIN".',
  },
  {
    id: 'proton-wrong-credentials',
    code: 535,
    enhanced: '5.7.8',
    text: /authentication failed/i,
    cause: 'wrong-credentials',
    nextStep:
      'In Proton Mail: Settings, All settings, IMAP/SMTP, SMTP tokens. Generate a token for an address of your own domain and store it as "password"; the account password does not work.',
  },
  {
    id: 'proton-login-required',
    stage: 'mail',
    code: 553,
    enhanced: '5.7.1',
    text: /Sender address rejected: not logged in/i,
    cause: 'login-missing',
  },
];
