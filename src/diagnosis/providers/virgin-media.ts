import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/virginmedia.com.xml
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/blueyonder.co.uk.xml
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/ntlworld.com.xml
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/virgin.net.xml
 */
export const VIRGIN_MEDIA: Provider = {
  id: 'virgin-media',
  name: 'Virgin Media',
  hosts: ['smtp.virginmedia.com', 'smtp.blueyonder.co.uk', 'smtp.ntlworld.com', 'smtp.virgin.net'],
  implicit: [465],
  notForSending: [
    'imap.virginmedia.com',
    'pop3.virginmedia.com',
    'imap4.blueyonder.co.uk',
    'pop3.blueyonder.co.uk',
    'imap.ntlworld.com',
    'pop3.ntlworld.com',
    'imap4.virgin.net',
    'pop.virgin.net',
  ],
};
