import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/ocn.ne.jp.xml */
export const OCN: Provider = {
  id: 'ocn',
  name: 'OCN',
  hosts: ['smtp.ocn.ne.jp'],
  implicit: [465],
  notForSending: ['pop.ocn.ne.jp'],
};
