import type { ReplyRow } from '../schema.ts';

export const ORACLE_REPLIES: readonly ReplyRow[] = [
  {
    id: 'oracle-wrong-credentials',
    code: 535,
    text: /Authentication credentials invalid/i,
    cause: 'wrong-credentials',
    nextStep:
      'Generate SMTP credentials for the user (two at most) and store both parts. The console password does not work here.',
  },
  {
    id: 'oracle-sender',
    stage: 'mail',
    code: 535,
    text: /Authorization failed: address/i,
    cause: 'not-authorised-to-send',
    meaning: 'In spite of the number 535 the login works; the sender address is not approved.',
    nextStep:
      'Approve the sender in the same compartment and region, and allow "use email-family" for the user.',
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
    meaning: 'After several failed logins this address is locked out for a while.',
    nextStep: 'Stop the workflow, correct the secret, and wait.',
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
    text: /not a valid Base64|does not contain (the second )?NUL/i,
    cause: 'login-malformed',
  },
];
