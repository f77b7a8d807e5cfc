import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/orange.fr.xml */
export const ORANGE: Provider = {
  id: 'orange',
  name: 'Orange (France)',
  hosts: ['smtp.orange.fr'],
  implicit: [465],
  notForSending: ['imap.orange.fr', 'pop.orange.fr'],
};
