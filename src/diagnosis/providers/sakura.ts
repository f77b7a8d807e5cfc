import type { Provider } from '../schema.ts';

/** https://help.sakura.ad.jp/206053872/ */
export const SAKURA: Provider = {
  id: 'sakura',
  name: 'Sakura Internet',
  hosts: ['*.sakura.ne.jp'],
  starttls: [587],
  implicit: [465],
  caution:
    'Sakura turns logins from outside Japan away unless its filter for foreign addresses is off; hosted runners are outside.',
};
