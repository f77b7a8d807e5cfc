import type { Provider } from '../schema.ts';

/** https://www.fastmail.com/help/technical/servernamesandports.html */
export const FASTMAIL: Provider = {
  id: 'fastmail',
  name: 'Fastmail',
  hosts: ['smtp.fastmail.com', 'smtp.messagingengine.com'],
  starttls: [587],
  implicit: [465],
  notForSending: [
    'imap.fastmail.com',
    'pop.fastmail.com',
    'in1-smtp.messagingengine.com',
    'in2-smtp.messagingengine.com',
  ],
};
