import type { Provider } from '../schema.ts';

/**
 * https://github.com/chatmail/provider-db/blob/master/_providers/disroot.md
 * https://github.com/nodemailer/nodemailer/blob/master/lib/well-known/services.json
 */
export const DISROOT: Provider = {
  id: 'disroot',
  name: 'Disroot',
  hosts: ['disroot.org'],
  starttls: [587],
};
