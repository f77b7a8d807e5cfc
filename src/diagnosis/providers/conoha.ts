import type { Provider } from '../schema.ts';

/** https://support.conoha.jp/ */
export const CONOHA: Provider = {
  id: 'conoha',
  name: 'ConoHa WING',
  hosts: ['mail*.conoha.ne.jp', 'smtp.mail*.conoha.ne.jp'],
  starttls: [587],
  implicit: [465],
};
