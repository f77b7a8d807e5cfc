import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/fastwebnet.it.xml */
export const FASTWEB: Provider = {
  id: 'fastweb',
  name: 'Fastweb',
  hosts: ['smtp.fastwebnet.it'],
  starttls: [587],
  notForSending: ['imap.fastwebnet.it', 'pop.fastwebnet.it'],
};
