import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig
 * https://github.com/chatmail/provider-db
 */
export const NAVER: Provider = {
  id: 'naver',
  name: 'Naver',
  hosts: ['smtp.naver.com'],
  banner: /- nsmtp$/,
  starttls: [587],
  implicit: [465],
  notForSending: ['imap.naver.com', 'pop.naver.com', 'mx*.naver.com'],
};
