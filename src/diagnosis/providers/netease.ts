import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig
 * https://github.com/chatmail/provider-db
 */
export const NETEASE: Provider = {
  id: 'netease',
  name: 'NetEase (163, 126, yeah)',
  hosts: [
    'smtp.163.com',
    'smtp.126.com',
    'smtp.yeah.net',
    'smtp.188.com',
    'smtp.vip.163.com',
    'smtp.vip.126.com',
    'smtp.qiye.163.com',
    'smtp.ym.163.com',
  ],
  banner: /Coremail System \(163com/i,
  implicit: [465],
  notForSending: [
    'imap.163.com',
    'pop.163.com',
    'imap.126.com',
    'pop.126.com',
    'imap.yeah.net',
    'pop.yeah.net',
    'imap.qiye.163.com',
    'pop.qiye.163.com',
  ],
};
