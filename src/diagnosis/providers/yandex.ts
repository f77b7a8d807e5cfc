import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig
 * https://github.com/chatmail/provider-db
 */
export const YANDEX: Provider = {
  id: 'yandex',
  name: 'Yandex Mail',
  hosts: ['smtp.yandex.com', 'smtp.yandex.ru', 'smtp.yandex.*', 'smtp.yandex.com.*'],
  banner: /\.yandex\.net\b/i,
  starttls: [587],
  implicit: [465],
  notForSending: [
    'imap.yandex.*',
    'imap.yandex.com.*',
    'pop.yandex.*',
    'pop.yandex.com.*',
    'mx.yandex.*',
  ],
};
