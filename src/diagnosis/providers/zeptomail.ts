import type { Provider } from '../schema.ts';

/** https://www.zoho.com/zeptomail/help/api/smtp-error-codes.html */
export const ZEPTOMAIL: Provider = {
  id: 'zeptomail',
  name: 'ZeptoMail',
  hosts: ['smtp.zeptomail.*', 'smtp.zeptomail.com.*'],
  starttls: [587],
  implicit: [465],
};
