import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/sky.com.xml */
export const SKY: Provider = {
  id: 'sky',
  name: 'Sky',
  hosts: ['smtp.tools.sky.com'],
  implicit: [465],
  notForSending: ['imap.tools.sky.com', 'pop.tools.sky.com'],
};
