import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/daum.net.xml */
export const DAUM: Provider = {
  id: 'daum',
  name: 'Daum and Kakao Mail',
  hosts: ['smtp.daum.net'],
  implicit: [465],
  notForSending: ['imap.daum.net'],
};
