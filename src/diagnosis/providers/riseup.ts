import type { Provider } from '../schema.ts';

/** https://github.com/chatmail/provider-db/blob/master/_providers/riseup.net.md */
export const RISEUP: Provider = {
  id: 'riseup',
  name: 'Riseup',
  hosts: ['mail.riseup.net'],
  implicit: [465],
};
