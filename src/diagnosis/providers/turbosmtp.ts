import type { Provider } from '../schema.ts';

/** https://github.com/nodemailer/nodemailer/blob/master/lib/well-known/services.json */
export const TURBOSMTP: Provider = {
  id: 'turbosmtp',
  name: 'turboSMTP',
  hosts: ['pro.turbo-smtp.com', 'pro.eu.turbo-smtp.com'],
  implicit: [465],
};
