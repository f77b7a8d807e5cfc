import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/onet.pl.xml */
export const ONET: Provider = {
  id: 'onet',
  name: 'Onet Poczta',
  hosts: ['smtp.poczta.onet.pl'],
  starttls: [587],
  implicit: [465],
  notForSending: ['imap.poczta.onet.pl', 'pop3.poczta.onet.pl'],
};
