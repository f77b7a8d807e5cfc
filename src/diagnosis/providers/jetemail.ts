import type { Provider } from '../schema.ts';

/** https://support.jetemail.com/outbound/smtp-error-codes/535-Authentication-failed */
export const JETEMAIL: Provider = {
  id: 'jetemail',
  name: 'JetEmail',
  hosts: ['relay.jetsmtp.net'],
};
