import type { Provider } from '../schema.ts';

/** https://github.com/nodemailer/nodemailer/blob/master/lib/well-known/services.json */
export const TIPIMAIL: Provider = {
  id: 'tipimail',
  name: 'Tipimail',
  hosts: ['smtp.tipimail.com'],
  starttls: [587],
};
