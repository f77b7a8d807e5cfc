import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig */
export const FEISHU: Provider = {
  id: 'feishu',
  name: 'Feishu and Lark',
  hosts: ['smtp.feishu.cn', 'smtp.larksuite.com'],
  implicit: [465],
  notForSending: ['imap.feishu.cn', 'pop.feishu.cn', 'imap.larksuite.com', 'pop.larksuite.com'],
};
