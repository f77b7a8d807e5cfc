import type { Provider } from '../schema.ts';

/** https://support.startmail.com/ */
export const STARTMAIL: Provider = {
  id: 'startmail',
  name: 'StartMail',
  hosts: ['smtp.startmail.com'],
  starttls: [587],
  implicit: [465],
  notForSending: ['imap.startmail.com'],
};
