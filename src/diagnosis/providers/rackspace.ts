import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/emailsrvr.com.xml */
export const RACKSPACE: Provider = {
  id: 'rackspace',
  name: 'Rackspace Email',
  hosts: ['secure.emailsrvr.com'],
  implicit: [465],
};
