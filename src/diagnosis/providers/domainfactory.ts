import type { Provider } from '../schema.ts';

/** https://github.com/thunderbird/autoconfig/blob/master/ispdb/df.eu.xml */
export const DOMAINFACTORY: Provider = {
  id: 'domainfactory',
  name: 'domainFACTORY',
  hosts: ['sslout.df.eu'],
  implicit: [465],
  notForSending: ['sslin.df.eu'],
};
