import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/vodafonemail.de.xml
 * https://github.com/chatmail/provider-db/blob/master/_providers/arcor.de.md
 */
export const VODAFONE_DE: Provider = {
  id: 'vodafone-de',
  name: 'Vodafone (Germany)',
  hosts: ['smtp.vodafonemail.de', 'mail.arcor.de'],
  implicit: [465],
  notForSending: ['imap.vodafonemail.de', 'pop3.vodafonemail.de'],
};
