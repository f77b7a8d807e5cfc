import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/earthlink.net.xml
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/peoplepc.com.xml
 */
export const EARTHLINK: Provider = {
  id: 'earthlink',
  name: 'EarthLink',
  hosts: ['smtpauth.earthlink.net', 'smtpauth.peoplepc.com'],
  starttls: [587],
  notForSending: [
    'imap.earthlink.net',
    'pop.earthlink.net',
    'imap.peoplepc.com',
    'pop.peoplepc.com',
  ],
};
