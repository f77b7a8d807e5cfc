import type { Provider } from '../schema.ts';

/** https://github.com/nodemailer/nodemailer/blob/master/lib/well-known/services.json */
export const SENDPULSE: Provider = {
  id: 'sendpulse',
  name: 'SendPulse',
  hosts: ['smtp-pulse.com'],
  implicit: [465],
};
