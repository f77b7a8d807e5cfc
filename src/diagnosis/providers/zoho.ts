import type { Provider } from '../schema.ts';

/**
 * https://www.zoho.com/mail/help/zoho-smtp.html
 * https://github.com/thunderbird/autoconfig
 */
export const ZOHO: Provider = {
  id: 'zoho',
  name: 'Zoho Mail',
  hosts: [
    'smtp.zoho.com',
    'smtppro.zoho.com',
    'smtp.zoho.*',
    'smtppro.zoho.*',
    'smtp.zoho.com.*',
    'smtppro.zoho.com.*',
    'smtp.zohocloud.ca',
    'smtppro.zohocloud.ca',
  ],
  starttls: [587],
  implicit: [465],
  notForSending: [
    'imap.zoho.*',
    'imappro.zoho.*',
    'pop.zoho.*',
    'poppro.zoho.*',
    'mx.zoho.*',
    'mx2.zoho.*',
    'mx3.zoho.*',
  ],
};
