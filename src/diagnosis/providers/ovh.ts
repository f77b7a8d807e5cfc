import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig
 * https://github.com/PHPMailer/PHPMailer/issues/2730
 */
export const OVH: Provider = {
  id: 'ovh',
  name: 'OVHcloud',
  hosts: ['ssl0.ovh.net', 'ex*.mail.ovh.net', 'pro*.mail.ovh.net'],
  starttls: [587],
  implicit: [465],
  notForSending: ['mx*.mail.ovh.net'],
};
