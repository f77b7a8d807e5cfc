import type { Provider } from '../schema.ts';

const AUTOCONFIG = 'https://github.com/thunderbird/autoconfig';
const PROVIDER_DB = 'https://github.com/chatmail/provider-db';

export const MAIL_RU: Provider = {
  id: 'mail-ru',
  name: 'Mail.ru',
  hosts: ['smtp.mail.ru'],
  starttls: [587],
  implicit: [465],
  sources: [AUTOCONFIG, PROVIDER_DB],
};
