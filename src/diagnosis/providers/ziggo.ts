import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/ziggo.nl.xml
 * https://github.com/chatmail/provider-db/blob/master/_providers/ziggo.nl.md
 */
export const ZIGGO: Provider = {
  id: 'ziggo',
  name: 'Ziggo',
  hosts: ['smtp.ziggo.nl'],
  starttls: [587],
  notForSending: ['imap.ziggo.nl', 'pop.ziggo.nl'],
};
