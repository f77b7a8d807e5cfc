import type { Provider } from '../schema.ts';

/** https://emailit.com/docs/smtp/troubleshooting/ */
export const EMAILIT: Provider = {
  id: 'emailit',
  name: 'Emailit',
  hosts: ['smtp.emailit.com'],
  starttls: [587],
};
