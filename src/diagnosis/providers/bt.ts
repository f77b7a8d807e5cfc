import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/btinternet.com.xml */
export const BT: Provider = {
  id: 'bt',
  name: 'BT Mail',
  hosts: ['mail.btinternet.com'],
  implicit: [465],
};
