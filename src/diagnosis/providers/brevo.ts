import type { Provider } from '../schema.ts';

/**
 * https://developers.brevo.com/docs/smtp-integration
 * https://help.brevo.com/hc/en-us/articles/7959631848850-Create-and-manage-your-SMTP-keys
 */
export const BREVO: Provider = {
  id: 'brevo',
  name: 'Brevo',
  hosts: ['smtp-relay.brevo.com', 'smtp-relay.sendinblue.com'],
  starttls: [587, 2525],
  implicit: [465],
  shapes: [
    {
      input: 'password',
      shouldNot: /^xkeysib-/,
      message:
        'is an API key. Brevo requires an SMTP key here (it begins with xsmtpsib-), from the page "SMTP & API"',
    },
  ],
};
