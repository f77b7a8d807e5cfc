import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig
 * https://github.com/chatmail/provider-db
 */
export const MAIL_RU: Provider = {
  id: 'mail-ru',
  name: 'Mail.ru',
  hosts: ['smtp.mail.ru'],
  starttls: [587],
  implicit: [465],
  notForSending: ['imap.mail.ru', 'pop.mail.ru', 'mxs.mail.ru'],
};
