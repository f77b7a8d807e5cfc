import type { Provider } from '../schema.ts';

/** Companies where people have mailboxes, Europe and America. */

const AUTOCONFIG = 'https://github.com/thunderbird/autoconfig';
const PROVIDER_DB = 'https://github.com/chatmail/provider-db';
const PROTON = 'https://proton.me/support/smtp-submission';

export const MAILBOXES = [
  {
    id: 'yahoo',
    name: 'Yahoo, AOL and AT&T',
    hosts: ['smtp.mail.yahoo.com', 'smtp.aol.com', 'smtp.mail.att.net', 'smtp.mail.yahoo.*'],
    starttls: [587],
    implicit: [465],
    shapes: [
      {
        input: 'password',
        should: /^[a-z]{4}[ -]?[a-z]{4}[ -]?[a-z]{4}[ -]?[a-z]{4}$/i,
        message:
          'does not have the form of an app password (16 letters). The account password is not taken here',
      },
    ],
    sources: [AUTOCONFIG, PROVIDER_DB],
  },
  {
    id: 'icloud',
    name: 'iCloud Mail',
    hosts: ['smtp.mail.me.com', 'smtp.mail.icloud.com'],
    starttls: [587],
    shapes: [
      {
        input: 'password',
        should: /^[a-z]{4}-[a-z]{4}-[a-z]{4}-[a-z]{4}$/,
        message:
          'does not have the form of an app-specific password (four groups of four letters). The Apple Account password is not taken here',
      },
    ],
    sources: [AUTOCONFIG, 'https://github.com/dawidd6/action-send-mail/issues/84'],
  },
  {
    id: 'proton',
    name: 'Proton Mail',
    hosts: ['smtp.protonmail.ch'],
    starttls: [587],
    sources: [PROTON],
  },
  {
    id: 'zoho',
    name: 'Zoho Mail',
    hosts: [
      'smtp.zoho.com',
      'smtppro.zoho.com',
      'smtp.zoho.*',
      'smtppro.zoho.*',
      'smtp.zoho.com.*',
      'smtppro.zoho.com.*',
      'smtp.zohocloud.ca',
      'smtppro.zohocloud.ca',
    ],
    starttls: [587],
    implicit: [465],
    sources: ['https://www.zoho.com/mail/help/zoho-smtp.html', AUTOCONFIG],
  },
  {
    id: 'gmx',
    name: 'GMX, web.de and mail.com',
    hosts: ['mail.gmx.net', 'mail.gmx.com', 'smtp.web.de', 'smtp.mail.com'],
    starttls: [587],
    implicit: [465],
    sources: [AUTOCONFIG],
  },
  {
    id: 'fastmail',
    name: 'Fastmail',
    hosts: ['smtp.fastmail.com'],
    starttls: [587],
    implicit: [465],
    sources: ['https://www.fastmail.com/help/technical/servernamesandports.html'],
  },
  {
    id: 'telekom',
    name: 'Telekom (T-Online)',
    hosts: ['securesmtp.t-online.de'],
    starttls: [587],
    implicit: [465],
    sources: [AUTOCONFIG],
  },
  {
    id: 'tiscali',
    name: 'Tiscali',
    hosts: ['smtp.tiscali.it'],
    sources: ['https://github.com/MailCore/mailcore2/pull/1517'],
  },
] as const satisfies readonly Provider[];
