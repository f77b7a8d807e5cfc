import type { Provider } from '../schema.ts';

/** https://www.namecheap.com/support/knowledgebase/article.aspx/1179/2175/general-private-email-configuration-for-mail-clients-and-mobile-devices/ */
export const NAMECHEAP: Provider = {
  id: 'namecheap',
  name: 'Namecheap Private Email',
  hosts: ['mail.privateemail.com'],
  starttls: [587],
  implicit: [465],
};
