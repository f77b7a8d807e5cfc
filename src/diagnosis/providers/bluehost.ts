import type { Provider } from '../schema.ts';

/** https://www.bluehost.com/help */
export const BLUEHOST: Provider = {
  id: 'bluehost',
  name: 'Bluehost',
  hosts: ['box*.bluehost.com'],
  starttls: [587],
  implicit: [465],
};
