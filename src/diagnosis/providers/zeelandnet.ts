import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/zeelandnet.nl.xml */
export const ZEELANDNET: Provider = {
  id: 'zeelandnet',
  name: 'ZeelandNet',
  hosts: ['mail.zeelandnet.nl'],
  implicit: [465],
};
