import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/bigpond.com.xml */
export const TELSTRA: Provider = {
  id: 'telstra',
  name: 'Telstra',
  hosts: ['smtp.telstra.com'],
  implicit: [465],
  notForSending: ['imap.telstra.com', 'pop.telstra.com'],
};
