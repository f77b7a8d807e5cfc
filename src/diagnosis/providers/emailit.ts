import type { Provider } from '../schema.ts';

export const EMAILIT: Provider = {
  id: 'emailit',
  name: 'Emailit',
  hosts: ['smtp.emailit.com'],
  starttls: [587],
  sources: ['https://emailit.com/docs/smtp/troubleshooting/'],
};
