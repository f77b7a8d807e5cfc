import type { Provider } from '../schema.ts';

export const JETEMAIL: Provider = {
  id: 'jetemail',
  name: 'JetEmail',
  hosts: ['relay.jetsmtp.net'],
  sources: ['https://support.jetemail.com/outbound/smtp-error-codes/535-Authentication-failed'],
};
