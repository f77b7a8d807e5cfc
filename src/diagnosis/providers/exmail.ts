import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig */
export const EXMAIL: Provider = {
  id: 'exmail',
  name: 'Tencent Exmail',
  hosts: ['smtp.exmail.qq.com', 'hwsmtp.exmail.qq.com'],
  implicit: [465],
  notForSending: ['imap.exmail.qq.com', 'pop.exmail.qq.com', 'mxbiz*.qq.com'],
};
