import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig */
export const STRATO: Provider = {
  id: 'strato',
  name: 'Strato',
  hosts: ['smtp.strato.de'],
  starttls: [587],
  implicit: [465],
  notForSending: ['imap.strato.de', 'pop3.strato.de'],
};
