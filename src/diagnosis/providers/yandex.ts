import type { Provider } from '../schema.ts';

const AUTOCONFIG = 'https://github.com/thunderbird/autoconfig';
const PROVIDER_DB = 'https://github.com/chatmail/provider-db';

export const YANDEX: Provider = {
  id: 'yandex',
  name: 'Yandex Mail',
  hosts: ['smtp.yandex.com', 'smtp.yandex.ru', 'smtp.yandex.*'],
  implicit: [465],
  sources: [AUTOCONFIG, PROVIDER_DB],
};
