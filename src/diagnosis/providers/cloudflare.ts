import type { Provider } from '../schema.ts';

/** https://developers.cloudflare.com/email-service/api/send-emails/smtp/ */
export const CLOUDFLARE: Provider = {
  id: 'cloudflare',
  name: 'Cloudflare Email Service',
  hosts: ['smtp.mx.cloudflare.net'],
  implicit: [465],
  shapes: [
    {
      input: 'username',
      should: /^api_token$/,
      message: 'should be the word "api_token" at Cloudflare; the secret is the API token',
    },
  ],
};
