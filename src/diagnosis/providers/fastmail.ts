import type { Provider } from '../schema.ts';

export const FASTMAIL: Provider = {
  id: 'fastmail',
  name: 'Fastmail',
  hosts: ['smtp.fastmail.com'],
  starttls: [587],
  implicit: [465],
  sources: ['https://www.fastmail.com/help/technical/servernamesandports.html'],
};
