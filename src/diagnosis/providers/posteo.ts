import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/posteo.de.xml
 * https://github.com/chatmail/provider-db/blob/master/_providers/posteo.md
 */
export const POSTEO: Provider = {
  id: 'posteo',
  name: 'Posteo',
  hosts: ['posteo.de'],
  starttls: [587],
  implicit: [465],
};
