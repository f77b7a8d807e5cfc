import type { Provider } from '../schema.ts';

/** https://www.fastmail.com/help/technical/servernamesandports.html */
export const FASTMAIL: Provider = {
  id: 'fastmail',
  name: 'Fastmail',
  hosts: ['smtp.fastmail.com'],
  starttls: [587],
  implicit: [465],
};
