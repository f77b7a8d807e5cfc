import type { Provider } from '../schema.ts';

const PROTON_DOCS = 'https://proton.me/support/smtp-submission';

export const PROTON: Provider = {
  id: 'proton',
  name: 'Proton Mail',
  hosts: ['smtp.protonmail.ch'],
  starttls: [587],
  sources: [PROTON_DOCS],
};
