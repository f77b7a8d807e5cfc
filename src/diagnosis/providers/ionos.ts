import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig */
export const IONOS: Provider = {
  id: 'ionos',
  name: 'IONOS',
  hosts: [
    'smtp.ionos.com',
    'smtp.ionos.*',
    'smtp.ionos.co.*',
    'smtp.1und1.de',
    'smtp.1and1.com',
    'auth.smtp.1and1.*',
    'smtp.perfora.net',
    'smtp.kundenserver.de',
  ],
  banner: /kundenserver\.de .{0,60}Nemesis ESMTP/i,
  starttls: [587],
  implicit: [465],
  notForSending: [
    'imap.ionos.*',
    'pop.ionos.*',
    'imap.1und1.de',
    'pop.1und1.de',
    'imap.1and1.com',
    'pop.1and1.com',
  ],
};
