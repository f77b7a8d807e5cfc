import type { Provider } from '../schema.ts';

/** https://pomoc.poczta.interia.pl/ */
export const INTERIA: Provider = {
  id: 'interia',
  name: 'Interia Poczta',
  hosts: ['poczta.interia.pl'],
  starttls: [587],
  implicit: [465],
};
