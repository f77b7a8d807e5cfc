import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/rambler.ru.xml
 * https://github.com/chatmail/provider-db/blob/master/_providers/rambler.ru.md
 */
export const RAMBLER: Provider = {
  id: 'rambler',
  name: 'Rambler Mail',
  hosts: ['smtp.rambler.ru'],
  implicit: [465],
  notForSending: ['imap.rambler.ru', 'pop.rambler.ru'],
};
