import type { Provider } from '../schema.ts';

/** https://mail.189.cn/ */
export const CHINA_TELECOM_189: Provider = {
  id: 'china-telecom-189',
  name: 'China Telecom 189 Mail',
  hosts: ['smtp.189.cn'],
  implicit: [465],
  notForSending: ['imap.189.cn', 'pop.189.cn'],
};
