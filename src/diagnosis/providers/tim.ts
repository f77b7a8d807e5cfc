import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/tim.it.xml
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/alice.it.xml
 */
export const TIM: Provider = {
  id: 'tim',
  name: 'TIM (Italy)',
  hosts: ['smtp.tim.it', 'out.alice.it'],
  starttls: [587],
  notForSending: ['imap.tim.it', 'pop.tim.it', 'in.alice.it'],
};
