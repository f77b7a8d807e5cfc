import type { Provider } from '../schema.ts';

/** https://nanopo.st/hosting/dreamhost/ */
export const DREAMHOST: Provider = {
  id: 'dreamhost',
  name: 'DreamHost',
  hosts: ['smtp.dreamhost.com'],
  starttls: [587],
  implicit: [465],
};
