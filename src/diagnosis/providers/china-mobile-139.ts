import type { Provider } from '../schema.ts';

/** https://mail.10086.cn/ */
export const CHINA_MOBILE_139: Provider = {
  id: 'china-mobile-139',
  name: 'China Mobile 139 Mail',
  hosts: ['smtp.139.com'],
  implicit: [465],
  notForSending: ['imap.139.com', 'pop.139.com'],
};
