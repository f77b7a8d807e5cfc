import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/biglobe.ne.jp.xml */
export const BIGLOBE: Provider = {
  id: 'biglobe',
  name: 'BIGLOBE',
  hosts: ['mail.biglobe.ne.jp'],
  implicit: [465],
};
