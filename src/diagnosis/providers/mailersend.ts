import type { Provider } from '../schema.ts';

/** https://github.com/nodemailer/nodemailer/blob/master/lib/well-known/services.json */
export const MAILERSEND: Provider = {
  id: 'mailersend',
  name: 'MailerSend',
  hosts: ['smtp.mailersend.net'],
  starttls: [587],
};
