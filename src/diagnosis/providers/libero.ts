import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/libero.it.xml
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/virgilio.it.xml
 */
export const LIBERO: Provider = {
  id: 'libero',
  name: 'Libero and Virgilio',
  hosts: ['smtp.libero.it', 'out.virgilio.it'],
  implicit: [465],
  notForSending: ['imapmail.libero.it', 'popmail.libero.it', 'in.virgilio.it'],
};
