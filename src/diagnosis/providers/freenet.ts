import type { Provider } from '../schema.ts';

/** https://github.com/chatmail/provider-db/blob/master/_providers/freenet.de.md */
export const FREENET: Provider = {
  id: 'freenet',
  name: 'freenet Mail',
  hosts: ['mx.freenet.de'],
  starttls: [587],
  implicit: [465],
};
