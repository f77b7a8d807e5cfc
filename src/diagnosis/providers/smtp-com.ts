import type { Provider } from '../schema.ts';

export const SMTP_COM: Provider = {
  id: 'smtp-com',
  name: 'SMTP.com',
  hosts: ['send.smtp.com'],
  sources: ['https://www.smtp.com/'],
};
