import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/dondominio.com.xml */
export const DONDOMINIO: Provider = {
  id: 'dondominio',
  name: 'DonDominio',
  hosts: ['smtp.dondominio.com'],
  implicit: [465],
  notForSending: ['imap.dondominio.com', 'pop3.dondominio.com'],
};
