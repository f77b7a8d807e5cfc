import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/mopera.net.xml */
export const MOPERA: Provider = {
  id: 'mopera',
  name: 'mopera U',
  hosts: ['mail.mopera.net'],
  starttls: [587],
  implicit: [465],
};
