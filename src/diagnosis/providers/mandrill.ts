import type { Provider } from '../schema.ts';

export const MANDRILL: Provider = {
  id: 'mandrill',
  name: 'Mailchimp Transactional (Mandrill)',
  hosts: ['smtp.mandrillapp.com'],
  starttls: [587, 2525],
  implicit: [465],
  sources: ['https://github.com/nodemailer/nodemailer/issues/280'],
};
