import type { Provider } from '../schema.ts';

/**
 * https://github.com/MailCore/mailcore2/pull/1517
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/tiscali.it.xml
 */
export const TISCALI: Provider = {
  id: 'tiscali',
  name: 'Tiscali',
  hosts: ['smtp.tiscali.it'],
  implicit: [465],
  notForSending: ['imap.tiscali.it', 'pop.tiscali.it'],
};
