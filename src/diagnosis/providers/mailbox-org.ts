import type { Provider } from '../schema.ts';

/** https://github.com/chatmail/provider-db/blob/master/_providers/mailbox.org.md */
export const MAILBOX_ORG: Provider = {
  id: 'mailbox-org',
  name: 'mailbox.org',
  hosts: ['smtp.mailbox.org'],
  implicit: [465],
};
