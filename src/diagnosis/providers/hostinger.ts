import type { Provider } from '../schema.ts';

/** https://github.com/hostinger/api/issues/19 */
export const HOSTINGER: Provider = {
  id: 'hostinger',
  name: 'Hostinger',
  hosts: ['smtp.hostinger.com'],
  starttls: [587],
  implicit: [465],
};
