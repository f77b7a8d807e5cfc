import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/dd.iij4u.or.jp.xml
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/iijmio-mail.jp.xml
 */
export const IIJ: Provider = {
  id: 'iij',
  name: 'IIJ',
  hosts: ['mbox.iij4u.or.jp', 'mbox.iijmio-mail.jp'],
  starttls: [587],
};
