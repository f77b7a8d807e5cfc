import type { Provider } from '../schema.ts';

/** https://github.com/nodemailer/nodemailer/blob/master/lib/well-known/services.json */
export const RUNBOX: Provider = {
  id: 'runbox',
  name: 'Runbox',
  hosts: ['smtp.runbox.com'],
  implicit: [465],
};
