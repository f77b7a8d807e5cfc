import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/comcast.net.xml */
export const COMCAST: Provider = {
  id: 'comcast',
  name: 'Comcast Xfinity',
  hosts: ['smtp.comcast.net'],
  starttls: [587],
  implicit: [465],
  notForSending: ['imap.comcast.net', 'mail.comcast.net'],
};
