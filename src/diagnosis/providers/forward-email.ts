import type { Provider } from '../schema.ts';

/** https://github.com/nodemailer/nodemailer/blob/master/lib/well-known/services.json */
export const FORWARD_EMAIL: Provider = {
  id: 'forward-email',
  name: 'Forward Email',
  hosts: ['smtp.forwardemail.net'],
  implicit: [465],
};
