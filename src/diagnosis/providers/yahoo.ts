import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig
 * https://github.com/chatmail/provider-db
 */
export const YAHOO: Provider = {
  id: 'yahoo',
  name: 'Yahoo, AOL and AT&T',
  hosts: [
    'smtp.mail.yahoo.com',
    'smtp.aol.com',
    'smtp.mail.att.net',
    'outbound.att.net',
    'smtp.verizon.net',
    'smtp.mail.yahoo.*',
  ],
  starttls: [587],
  implicit: [465],
  notForSending: [
    'imap.mail.yahoo.com',
    'pop.mail.yahoo.com',
    'imap.aol.com',
    'pop.aol.com',
    'imap.mail.att.net',
    'inbound.att.net',
    'imap.verizon.net',
    'pop.verizon.net',
  ],
  shapes: [
    {
      input: 'password',
      should: /^[a-z]{4}[ -]?[a-z]{4}[ -]?[a-z]{4}[ -]?[a-z]{4}$/i,
      message:
        'does not have the form of an app password (16 letters). The account password is not accepted here',
    },
  ],
};
