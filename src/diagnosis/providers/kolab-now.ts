import type { Provider } from '../schema.ts';

/** https://github.com/nodemailer/nodemailer/blob/master/lib/well-known/services.json */
export const KOLAB_NOW: Provider = {
  id: 'kolab-now',
  name: 'Kolab Now',
  hosts: ['smtp.kolabnow.com'],
  implicit: [465],
};
