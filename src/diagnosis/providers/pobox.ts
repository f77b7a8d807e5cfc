import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/pobox.com.xml */
export const POBOX: Provider = {
  id: 'pobox',
  name: 'Pobox',
  hosts: ['smtp.pobox.com'],
  starttls: [587],
  implicit: [465],
  notForSending: ['mail.pobox.com'],
};
