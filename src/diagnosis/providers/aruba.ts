import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/arubapec.it.xml
 * https://github.com/nodemailer/nodemailer/blob/master/lib/well-known/services.json
 */
export const ARUBA: Provider = {
  id: 'aruba',
  name: 'Aruba',
  hosts: ['smtps.aruba.it', 'smtps.pec.aruba.it'],
  implicit: [465],
  notForSending: ['imaps.pec.aruba.it', 'pop3s.pec.aruba.it'],
};
