import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig */
export const OVH: Provider = {
  id: 'ovh',
  name: 'OVHcloud',
  hosts: ['ssl0.ovh.net'],
  implicit: [465],
};
