import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/bell.net.xml */
export const BELL: Provider = {
  id: 'bell',
  name: 'Bell Canada',
  hosts: ['smtphm.sympatico.ca'],
  starttls: [587],
  notForSending: ['imap.bell.net', 'pophm.sympatico.ca'],
};
