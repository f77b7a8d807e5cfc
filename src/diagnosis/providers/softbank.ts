import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/i.softbank.jp.xml */
export const SOFTBANK: Provider = {
  id: 'softbank',
  name: 'SoftBank',
  hosts: ['smtp.softbank.jp'],
  implicit: [465],
  notForSending: ['imap.softbank.jp'],
};
