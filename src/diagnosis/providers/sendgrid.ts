import type { Provider } from '../schema.ts';

/**
 * https://github.com/sendgrid/docs
 * https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting
 */
export const SENDGRID: Provider = {
  id: 'sendgrid',
  name: 'Twilio SendGrid',
  hosts: ['smtp.sendgrid.net', 'smtp.eu.sendgrid.net'],
  banner: /^(?:220[ -])?SG ESMTP service ready/i,
  starttls: [587, 2525],
  implicit: [465],
  shapes: [
    {
      input: 'username',
      should: /^apikey$/,
      message: 'should be the word "apikey" at SendGrid; the secret is the API key',
    },
    {
      input: 'password',
      should: /^SG\./,
      message: 'does not look like an API key of SendGrid (it begins with SG.)',
    },
  ],
};
