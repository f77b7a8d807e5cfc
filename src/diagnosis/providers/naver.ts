import type { Provider } from '../schema.ts';

const AUTOCONFIG = 'https://github.com/thunderbird/autoconfig';
const PROVIDER_DB = 'https://github.com/chatmail/provider-db';

export const NAVER: Provider = {
  id: 'naver',
  name: 'Naver',
  hosts: ['smtp.naver.com'],
  starttls: [587],
  implicit: [465],
  sources: [AUTOCONFIG, PROVIDER_DB],
};
