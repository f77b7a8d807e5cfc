import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/free.fr.xml */
export const FREE: Provider = {
  id: 'free',
  name: 'Free (France)',
  hosts: ['smtp.free.fr'],
  implicit: [465],
  notForSending: ['imap.free.fr', 'pop.free.fr'],
};
