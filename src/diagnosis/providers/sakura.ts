import type { Provider } from '../schema.ts';

/** https://help.sakura.ad.jp/206053872/ */
export const SAKURA: Provider = {
  id: 'sakura',
  name: 'Sakura Internet',
  hosts: ['*.sakura.ne.jp'],
  starttls: [587],
  implicit: [465],
  caution:
    'Sakura rejects logins from outside Japan unless its foreign IP address filter is off (control panel, Mail); most hosted CI services are outside Japan.',
};
