import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/websupport.sk.xml */
export const WEBSUPPORT: Provider = {
  id: 'websupport',
  name: 'Websupport',
  hosts: ['smtp.websupport.sk'],
  implicit: [465],
  notForSending: ['imap.websupport.sk', 'pop.websupport.sk'],
};
