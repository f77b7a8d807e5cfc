import type { Provider } from '../schema.ts';

/** https://github.com/pixelfed/pixelfed/issues/6390 */
export const MAILTRAP: Provider = {
  id: 'mailtrap',
  name: 'Mailtrap',
  hosts: [
    'live.smtp.mailtrap.io',
    'bulk.smtp.mailtrap.io',
    'sandbox.smtp.mailtrap.io',
    'smtp.mailtrap.io',
  ],
  starttls: [587, 2525],
};
