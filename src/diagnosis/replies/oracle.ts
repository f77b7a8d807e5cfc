import type { ReplyRow } from '../schema.ts';

export const ORACLE_REPLIES: readonly ReplyRow[] = [
  {
    id: 'oracle-wrong-credentials',
    code: 535,
    text: /Authentication credentials invalid/i,
    cause: 'wrong-credentials',
    nextStep:
      'In the Oracle Cloud console: Identity, Users, this user, SMTP Credentials, Generate (two at most). Store both values; the console password does not work.',
  },
  {
    id: 'oracle-sender',
    stage: 'mail',
    code: 535,
    text: /Authorization failed: address/i,
    cause: 'not-authorised-to-send',
    meaning: 'The login works, in spite of the code 535; the sender address is not approved.',
    nextStep:
      'Approve the sender in the same compartment and region, and allow "use email-family" for the user in a policy.',
  },
  {
    id: 'oracle-login-required',
    stage: 'mail',
    code: 535,
    text: /Authentication required/i,
    cause: 'login-missing',
  },
  {
    id: 'oracle-too-many-failures',
    code: 421,
    text: /Too many auth failures/i,
    cause: 'throttled',
    meaning: 'After several failed logins Oracle Cloud blocks this IP address for a while.',
    nextStep: 'Stop the scheduled checks, correct the secret, and wait before the next run.',
  },
  {
    id: 'oracle-mechanism',
    code: 504,
    text: /Method not supported|AUTH mechanism mismatch/i,
    cause: 'mechanism-refused',
    nextStep: 'Set "mechanism" to PLAIN or LOGIN.',
  },
  {
    id: 'oracle-malformed',
    code: 501,
    text: /not a valid Base64|does not contain (?:the second )?NUL/i,
    cause: 'login-malformed',
  },
];
