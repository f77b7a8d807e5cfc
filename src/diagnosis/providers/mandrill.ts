import type { Provider } from '../schema.ts';

/** https://github.com/nodemailer/nodemailer/issues/280 */
export const MANDRILL: Provider = {
  id: 'mandrill',
  name: 'Mailchimp Transactional (Mandrill)',
  hosts: ['smtp.mandrillapp.com'],
  starttls: [587, 2525],
  implicit: [465],
};
