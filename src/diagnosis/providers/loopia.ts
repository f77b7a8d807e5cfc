import type { Provider } from '../schema.ts';

/** https://github.com/nodemailer/nodemailer/blob/master/lib/well-known/services.json */
export const LOOPIA: Provider = {
  id: 'loopia',
  name: 'Loopia',
  hosts: ['mailcluster.loopia.se'],
  implicit: [465],
};
