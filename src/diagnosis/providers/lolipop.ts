import type { Provider } from '../schema.ts';

/** https://lolipop.jp/manual/user/mailsetting/ */
export const LOLIPOP: Provider = {
  id: 'lolipop',
  name: 'Lolipop',
  hosts: ['smtp.lolipop.jp'],
  implicit: [465],
  notForSending: ['pop.lolipop.jp', 'imap.lolipop.jp', 'imap4.lolipop.jp'],
};
