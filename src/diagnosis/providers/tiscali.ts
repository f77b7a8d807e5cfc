import type { Provider } from '../schema.ts';

/** https://github.com/MailCore/mailcore2/pull/1517 */
export const TISCALI: Provider = {
  id: 'tiscali',
  name: 'Tiscali',
  hosts: ['smtp.tiscali.it'],
};
