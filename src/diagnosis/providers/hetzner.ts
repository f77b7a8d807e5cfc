import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig */
export const HETZNER: Provider = {
  id: 'hetzner',
  name: 'Hetzner',
  hosts: ['mail.your-server.de', 'www*.your-server.de'],
  implicit: [465],
  starttls: [587],
};
