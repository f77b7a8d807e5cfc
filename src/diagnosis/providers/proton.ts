import type { Provider } from '../schema.ts';

/** https://proton.me/support/smtp-submission */
export const PROTON: Provider = {
  id: 'proton',
  name: 'Proton Mail',
  hosts: ['smtp.protonmail.ch'],
  starttls: [587],
  notForSending: ['mail.protonmail.ch', 'mailsec.protonmail.ch'],
};
