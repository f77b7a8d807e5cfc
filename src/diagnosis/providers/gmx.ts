import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig */
export const GMX: Provider = {
  id: 'gmx',
  name: 'GMX, web.de and mail.com',
  hosts: ['mail.gmx.net', 'mail.gmx.com', 'smtp.web.de', 'smtp.mail.com'],
  starttls: [587],
  implicit: [465],
  notForSending: [
    'imap.gmx.net',
    'pop.gmx.net',
    'imap.gmx.com',
    'pop.gmx.com',
    'imap.web.de',
    'pop3.web.de',
    'imap.mail.com',
    'pop.mail.com',
  ],
};
