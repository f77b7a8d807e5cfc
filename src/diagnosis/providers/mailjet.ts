import type { Provider } from '../schema.ts';

/** https://documentation.mailjet.com/hc/en-us/articles/360043227053 */
export const MAILJET: Provider = {
  id: 'mailjet',
  name: 'Mailjet',
  hosts: ['in-v3.mailjet.com', 'in.mailjet.com'],
  starttls: [587, 2525],
  implicit: [465],
  shapes: [
    {
      input: 'username',
      should: /^[0-9a-f]{32}$/,
      message:
        'does not look like an API key. Mailjet requires the API key as user name and the secret key as password',
    },
  ],
};
