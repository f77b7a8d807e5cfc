import type { ReplyRow } from '../schema.ts';

export const BREVO_REPLIES: readonly ReplyRow[] = [
  {
    id: 'brevo-address',
    code: 525,
    enhanced: '5.7.1',
    text: /Unauthorized IP address/i,
    cause: 'client-address-refused',
    meaning:
      "The key is right, but this runner's address is not on the account's list. New Brevo accounts block unknown addresses from the start.",
    nextStep:
      'Switch off the blocking of unknown addresses for SMTP keys (it has a switch of its own): hosted runners change their address at every run.',
  },
  {
    id: 'brevo-wrong-credentials',
    code: 535,
    enhanced: '5.7.8',
    text: /Authentication failed/i,
    cause: 'wrong-credentials',
    nextStep:
      'Copy the login and an SMTP key (it begins with xsmtpsib-) from the page "SMTP & API". An API key does not work here.',
  },
];
