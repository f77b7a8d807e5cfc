import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig
 * https://github.com/chatmail/provider-db
 */
export const YANDEX: Provider = {
  id: 'yandex',
  name: 'Yandex Mail',
  hosts: ['smtp.yandex.com', 'smtp.yandex.ru', 'smtp.yandex.*'],
  implicit: [465],
};
