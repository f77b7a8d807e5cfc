import type { Provider } from '../schema.ts';

/** https://kb.mailfence.com/ */
export const MAILFENCE: Provider = {
  id: 'mailfence',
  name: 'Mailfence',
  hosts: ['smtp.mailfence.com'],
  implicit: [465],
  notForSending: ['imap.mailfence.com', 'pop.mailfence.com'],
};
