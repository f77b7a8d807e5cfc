import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/centurylink.net.xml
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/centurytel.net.xml
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/q.com.xml
 */
export const CENTURYLINK: Provider = {
  id: 'centurylink',
  name: 'CenturyLink',
  hosts: ['smtp.centurylink.net', 'smtpauth.centurytel.net', 'smtp.q.com'],
  starttls: [587],
  notForSending: [
    'pop.centurylink.net',
    'mail.centurylink.net',
    'pop.centurytel.net',
    'mail.q.com',
  ],
};
