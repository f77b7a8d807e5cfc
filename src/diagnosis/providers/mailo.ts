import type { Provider } from '../schema.ts';

/** https://github.com/chatmail/provider-db/blob/master/_providers/mailo.com.md */
export const MAILO: Provider = {
  id: 'mailo',
  name: 'Mailo',
  hosts: ['smtp.mailo.com'],
  implicit: [465],
};
