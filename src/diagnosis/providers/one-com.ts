import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/one.com.xml */
export const ONE_COM: Provider = {
  id: 'one-com',
  name: 'one.com',
  hosts: ['send.one.com'],
  implicit: [465],
  notForSending: ['imap.one.com'],
};
