import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/skynet.be.xml */
export const PROXIMUS: Provider = {
  id: 'proximus',
  name: 'Proximus',
  hosts: ['relay.proximus.be'],
  starttls: [587],
  notForSending: ['imap.proximus.be', 'pop.proximus.be'],
};
