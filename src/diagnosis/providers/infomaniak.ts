import type { Provider } from '../schema.ts';

const PROVIDER_DB = 'https://github.com/chatmail/provider-db';

export const INFOMANIAK: Provider = {
  id: 'infomaniak',
  name: 'Infomaniak',
  hosts: ['mail.infomaniak.com'],
  starttls: [587],
  implicit: [465],
  sources: [PROVIDER_DB],
};
