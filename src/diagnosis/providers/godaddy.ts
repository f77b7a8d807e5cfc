import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig */
export const GODADDY: Provider = {
  id: 'godaddy',
  name: 'GoDaddy',
  hosts: ['smtpout.secureserver.net', '*.secureserver.net'],
  implicit: [465],
};
