import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/xtra.co.nz.xml */
export const XTRA: Provider = {
  id: 'xtra',
  name: 'Xtra (Spark New Zealand)',
  hosts: ['send.xtra.co.nz'],
  implicit: [465],
  notForSending: ['imap.xtra.co.nz', 'pop3.xtra.co.nz'],
};
