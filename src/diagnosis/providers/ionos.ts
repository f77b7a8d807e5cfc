import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig */
export const IONOS: Provider = {
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
};
