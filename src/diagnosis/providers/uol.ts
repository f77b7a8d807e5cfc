import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/uol.com.br.xml
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/bol.com.br.xml
 */
export const UOL: Provider = {
  id: 'uol',
  name: 'UOL and BOL',
  hosts: ['smtps.uol.com.br', 'smtps.bol.com.br'],
  starttls: [587],
  implicit: [465],
  notForSending: ['pop3.uol.com.br', 'imap.uol.com.br', 'imap.bol.com.br', 'pop3.bol.com.br'],
};
