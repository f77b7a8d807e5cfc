import type { Provider } from '../schema.ts';

/** https://github.com/chatmail/provider-db/blob/master/_providers/purelymail.com.md */
export const PURELYMAIL: Provider = {
  id: 'purelymail',
  name: 'Purelymail',
  hosts: ['smtp.purelymail.com'],
  implicit: [465],
};
