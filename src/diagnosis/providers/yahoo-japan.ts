import type { Provider } from '../schema.ts';

const AUTOCONFIG = 'https://github.com/thunderbird/autoconfig';

export const YAHOO_JAPAN: Provider = {
  id: 'yahoo-japan',
  name: 'Yahoo! JAPAN Mail',
  hosts: ['smtp.mail.yahoo.co.jp'],
  implicit: [465],
  sources: [AUTOCONFIG, 'https://qiita.com/mironak/items/966903343fb0b6598bb6'],
};
