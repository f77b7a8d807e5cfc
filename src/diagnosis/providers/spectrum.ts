import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/charter.net.xml
 * https://github.com/thunderbird/autoconfig/blob/master/ispdb/rr.com.xml
 */
export const SPECTRUM: Provider = {
  id: 'spectrum',
  name: 'Spectrum',
  hosts: ['mail.twc.com', 'mobile.charter.net'],
};
