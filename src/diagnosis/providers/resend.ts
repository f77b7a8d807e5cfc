import type { Provider } from '../schema.ts';

/** https://resend.com/docs/send-with-smtp */
export const RESEND: Provider = {
  id: 'resend',
  name: 'Resend',
  hosts: ['smtp.resend.com'],
  implicit: [465, 2465],
  starttls: [587, 2587],
  shapes: [
    {
      input: 'username',
      should: /^resend$/,
      message: 'should be the word "resend" at Resend; the secret is the API key',
    },
    {
      input: 'password',
      should: /^re_/,
      message: 'does not look like an API key of Resend (it begins with re_)',
    },
  ],
};
