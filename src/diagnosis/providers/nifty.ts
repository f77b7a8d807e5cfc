import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/nifty.com.xml */
export const NIFTY: Provider = {
  id: 'nifty',
  name: '@nifty',
  hosts: ['smtp.nifty.com'],
  implicit: [465],
  notForSending: ['pop.nifty.com'],
};
