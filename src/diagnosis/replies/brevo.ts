import type { ReplyRow } from '../schema.ts';

export const BREVO_REPLIES: readonly ReplyRow[] = [
  {
    id: 'brevo-address',
    text: /Unauthorized IP address/i,
    cause: 'client-address-refused',
    meaning:
      "The SMTP key is right, but the IP address of this machine is not on the account's list. New Brevo accounts block unknown addresses by default.",
    nextStep:
      'In Brevo: Security, Authorized IPs, switch off the blocking of unknown addresses for SMTP keys. Hosted CI services use another address in every run.',
  },
  {
    id: 'brevo-wrong-credentials',
    text: /Authentication failed|Invalid username or password/i,
    cause: 'wrong-credentials',
    nextStep:
      'In Brevo: Settings, SMTP & API, SMTP tab. Store the login shown there as "username" and an SMTP key (xsmtpsib-...) as "password". An API key (xkeysib-...) does not work here.',
  },
];
