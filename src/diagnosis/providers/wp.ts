import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/wp.pl.xml
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/o2.pl.xml
 */
export const WP: Provider = {
  id: 'wp',
  name: 'Wirtualna Polska and o2',
  hosts: ['smtp.wp.pl', 'poczta.o2.pl'],
  starttls: [587],
  implicit: [465],
  notForSending: ['imap.wp.pl', 'pop3.wp.pl'],
};
