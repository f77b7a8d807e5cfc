import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/rediffmail.com.xml */
export const REDIFFMAIL: Provider = {
  id: 'rediffmail',
  name: 'Rediffmail',
  hosts: ['smtp.rediffmail.com'],
  implicit: [586, 465],
  notForSending: ['pop.rediffmail.com'],
};
