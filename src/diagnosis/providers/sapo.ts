import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/sapo.pt.xml */
export const SAPO: Provider = {
  id: 'sapo',
  name: 'SAPO Mail',
  hosts: ['smtp.sapo.pt'],
  implicit: [465],
  notForSending: ['imap.sapo.pt', 'pop.sapo.pt'],
};
