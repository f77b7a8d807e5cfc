import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig
 * https://qiita.com/mironak/items/966903343fb0b6598bb6
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/ybb.ne.jp.xml
 */
export const YAHOO_JAPAN: Provider = {
  id: 'yahoo-japan',
  name: 'Yahoo! JAPAN Mail',
  hosts: ['smtp.mail.yahoo.co.jp', 'ybbsmtp.mail.yahoo.co.jp'],
  implicit: [465],
  notForSending: ['imap.mail.yahoo.co.jp', 'pop.mail.yahoo.co.jp', 'ybbpop.mail.yahoo.co.jp'],
};
