import type { Provider } from '../schema.ts';

/** https://support.titan.email/hc/en-us/articles/900000215446-Configure-Titan-on-other-apps-using-IMAP-POP */
export const TITAN: Provider = {
  id: 'titan',
  name: 'Titan',
  hosts: ['smtp.titan.email'],
  starttls: [587],
  implicit: [465],
  notForSending: ['imap.titan.email', 'pop.titan.email'],
};
