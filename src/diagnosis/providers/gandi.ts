import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig */
export const GANDI: Provider = {
  id: 'gandi',
  name: 'Gandi',
  hosts: ['mail.gandi.net'],
  starttls: [587],
  implicit: [465],
};
