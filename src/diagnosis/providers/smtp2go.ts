import type { Provider } from '../schema.ts';

/** https://developers.smtp2go.com/docs/smtp-relay */
export const SMTP2GO: Provider = {
  id: 'smtp2go',
  name: 'SMTP2GO',
  hosts: ['mail.smtp2go.com', 'mail-*.smtp2go.com'],
  starttls: [587, 2525],
  implicit: [465, 8465],
};
