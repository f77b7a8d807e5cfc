import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig
 * https://github.com/nodemailer/nodemailer/blob/master/lib/well-known/services.json
 */
export const GODADDY: Provider = {
  id: 'godaddy',
  name: 'GoDaddy',
  hosts: ['smtpout.secureserver.net', 'smtpout.*.secureserver.net', 'smtp.*.secureserver.net'],
  implicit: [465],
  notForSending: [
    'imap.secureserver.net',
    'pop.secureserver.net',
    'mailstore1.secureserver.net',
    'smtp.secureserver.net',
  ],
};
