import type { Provider } from '../schema.ts';

/** https://docs.usesend.com/get-started/smtp */
export const USESEND: Provider = {
  id: 'usesend',
  name: 'useSend',
  hosts: ['smtp.usesend.com'],
  starttls: [587, 2587],
  implicit: [465, 2465],
  shapes: [
    {
      input: 'username',
      should: /^usesend$/,
      message: 'should be the word "usesend" at useSend; the secret is the API key',
    },
    {
      input: 'password',
      should: /^us_/,
      message: 'does not look like an API key of useSend (it begins with us_)',
    },
  ],
};
