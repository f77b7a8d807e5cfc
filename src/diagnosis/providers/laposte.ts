import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/laposte.net.xml */
export const LAPOSTE: Provider = {
  id: 'laposte',
  name: 'La Poste',
  hosts: ['smtp.laposte.net'],
  implicit: [465],
  notForSending: ['imap.laposte.net', 'pop.laposte.net'],
};
