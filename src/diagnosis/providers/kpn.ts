import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/kpnmail.nl.xml */
export const KPN: Provider = {
  id: 'kpn',
  name: 'KPN',
  hosts: ['smtp.kpnmail.nl'],
  starttls: [587],
  implicit: [465],
  notForSending: ['imap.kpnmail.nl', 'pop.kpnmail.nl'],
};
