import type { Provider } from '../schema.ts';

/** Companies that host domains and their mailboxes. */

const AUTOCONFIG = 'https://github.com/thunderbird/autoconfig';
const PROVIDER_DB = 'https://github.com/chatmail/provider-db';

export const HOSTING = [
  {
    id: 'gandi',
    name: 'Gandi',
    hosts: ['mail.gandi.net'],
    starttls: [587],
    implicit: [465],
    sources: [AUTOCONFIG],
  },
  {
    id: 'godaddy',
    name: 'GoDaddy',
    hosts: ['smtpout.secureserver.net', '*.secureserver.net'],
    implicit: [465],
    sources: [AUTOCONFIG],
  },
  {
    id: 'hetzner',
    name: 'Hetzner',
    hosts: ['mail.your-server.de'],
    implicit: [465],
    starttls: [587],
    sources: [AUTOCONFIG],
  },
  {
    id: 'infomaniak',
    name: 'Infomaniak',
    hosts: ['mail.infomaniak.com'],
    starttls: [587],
    implicit: [465],
    sources: [PROVIDER_DB],
  },
  {
    id: 'ionos',
    name: 'IONOS',
    hosts: [
      'smtp.ionos.com',
      'smtp.ionos.*',
      'smtp.1und1.de',
      'smtp.1and1.com',
      'auth.smtp.1and1.*',
      'smtp.perfora.net',
      'smtp.kundenserver.de',
    ],
    banner: /kundenserver\.de .{0,60}Nemesis ESMTP/i,
    starttls: [587],
    implicit: [465],
    sources: [AUTOCONFIG],
  },
  {
    id: 'ovh',
    name: 'OVHcloud',
    hosts: ['ssl0.ovh.net'],
    implicit: [465],
    sources: [AUTOCONFIG],
  },
  {
    id: 'sakura',
    name: 'Sakura Internet',
    hosts: ['*.sakura.ne.jp'],
    starttls: [587],
    implicit: [465],
    caution:
      'Sakura turns logins from outside Japan away unless its filter for foreign addresses is off; hosted runners are outside.',
    sources: ['https://help.sakura.ad.jp/206053872/'],
  },
  {
    id: 'strato',
    name: 'Strato',
    hosts: ['smtp.strato.de'],
    starttls: [587],
    implicit: [465],
    sources: [AUTOCONFIG],
  },
  {
    id: 'xserver',
    name: 'Xserver',
    hosts: ['sv*.xserver.jp'],
    starttls: [587],
    implicit: [465],
    caution:
      'Xserver limits logins from outside Japan unless the server panel allows them; hosted runners are outside.',
    sources: ['https://www.xserver.ne.jp/support/faq/faq_service_mail_trouble.php'],
  },
] as const satisfies readonly Provider[];
