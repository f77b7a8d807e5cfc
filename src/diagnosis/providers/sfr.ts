import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/sfr.fr.xml */
export const SFR: Provider = {
  id: 'sfr',
  name: 'SFR',
  hosts: ['smtp.sfr.fr'],
  implicit: [465],
  notForSending: ['imap.sfr.fr', 'pop.sfr.fr'],
};
