import type { Provider } from '../schema.ts';

/** https://github.com/nodemailer/nodemailer/blob/master/lib/well-known/services.json */
export const SENDCLOUD: Provider = {
  id: 'sendcloud',
  name: 'SendCloud',
  hosts: ['smtp.sendcloud.net'],
  starttls: [2525],
};
