import type { Provider } from '../schema.ts';

/** https://www.smtp.com/ */
export const SMTP_COM: Provider = {
  id: 'smtp-com',
  name: 'SMTP.com',
  hosts: ['send.smtp.com'],
};
