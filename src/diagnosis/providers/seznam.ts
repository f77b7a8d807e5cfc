import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/seznam.cz.xml */
export const SEZNAM: Provider = {
  id: 'seznam',
  name: 'Seznam Email',
  hosts: ['smtp.seznam.cz'],
  implicit: [465],
  notForSending: ['imap.seznam.cz', 'pop3.seznam.cz'],
};
