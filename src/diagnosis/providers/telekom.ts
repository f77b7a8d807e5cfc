import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig */
export const TELEKOM: Provider = {
  id: 'telekom',
  name: 'Telekom (T-Online)',
  hosts: ['securesmtp.t-online.de'],
  starttls: [587],
  implicit: [465],
  notForSending: ['secureimap.t-online.de', 'securepop.t-online.de'],
};
