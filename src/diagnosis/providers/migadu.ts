import type { Provider } from '../schema.ts';

/** https://github.com/chatmail/provider-db/blob/master/_providers/migadu.md */
export const MIGADU: Provider = {
  id: 'migadu',
  name: 'Migadu',
  hosts: ['smtp.migadu.com'],
  starttls: [587],
  implicit: [465],
};
