import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/active24.com.xml */
export const ACTIVE24: Provider = {
  id: 'active24',
  name: 'Active 24',
  hosts: ['email.active24.com'],
  implicit: [465],
};
