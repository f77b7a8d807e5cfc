import type { Provider } from '../schema.ts';

/** https://github.com/chatmail/provider-db */
export const INFOMANIAK: Provider = {
  id: 'infomaniak',
  name: 'Infomaniak',
  hosts: ['mail.infomaniak.com'],
  starttls: [587],
  implicit: [465],
};
