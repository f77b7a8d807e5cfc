import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/bluewin.ch.xml
 * https://github.com/chatmail/provider-db/blob/master/_providers/bluewin.ch.md
 */
export const BLUEWIN: Provider = {
  id: 'bluewin',
  name: 'Bluewin (Swisscom)',
  hosts: ['smtpauths.bluewin.ch'],
  implicit: [465],
  notForSending: ['imaps.bluewin.ch', 'pop3s.bluewin.ch'],
};
