import type { Provider } from '../schema.ts';

/** https://github.com/chatmail/provider-db/blob/master/_providers/mail.de.md */
export const MAIL_DE: Provider = {
  id: 'mail-de',
  name: 'mail.de',
  hosts: ['smtp.mail.de'],
  implicit: [465],
};
