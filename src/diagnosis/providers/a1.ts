import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/a1.net.xml */
export const A1: Provider = {
  id: 'a1',
  name: 'A1 (Austria)',
  hosts: ['securemail.a1.net'],
  starttls: [587],
};
