import type { Provider } from '../schema.ts';

/** https://muumuu-mail.com/ */
export const MUUMUU: Provider = {
  id: 'muumuu',
  name: 'MuuMuu Mail',
  hosts: ['smtp.muumuu-mail.com'],
  implicit: [465],
  notForSending: ['pop3.muumuu-mail.com', 'imap4.muumuu-mail.com'],
};
