import type { Provider } from '../schema.ts';

export const TISCALI: Provider = {
  id: 'tiscali',
  name: 'Tiscali',
  hosts: ['smtp.tiscali.it'],
  sources: ['https://github.com/MailCore/mailcore2/pull/1517'],
};
