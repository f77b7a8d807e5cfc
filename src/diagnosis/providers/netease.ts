import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig
 * https://github.com/chatmail/provider-db
 */
export const NETEASE: Provider = {
  id: 'netease',
  name: 'NetEase (163, 126, yeah)',
  hosts: ['smtp.163.com', 'smtp.126.com', 'smtp.yeah.net'],
  implicit: [465],
};
