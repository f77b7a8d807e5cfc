import type { Provider } from '../schema.ts';

/** https://help.coreserver.jp/ */
export const CORESERVER: Provider = {
  id: 'coreserver',
  name: 'CORESERVER',
  hosts: ['*.coreserver.jp'],
  starttls: [587],
  implicit: [465],
};
