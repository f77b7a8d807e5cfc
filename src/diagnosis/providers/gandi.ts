import type { Provider } from '../schema.ts';

const AUTOCONFIG = 'https://github.com/thunderbird/autoconfig';

export const GANDI: Provider = {
  id: 'gandi',
  name: 'Gandi',
  hosts: ['mail.gandi.net'],
  starttls: [587],
  implicit: [465],
  sources: [AUTOCONFIG],
};
