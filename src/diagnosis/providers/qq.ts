import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig
 * https://github.com/chatmail/provider-db
 */
export const QQ: Provider = {
  id: 'qq',
  name: 'QQ Mail',
  hosts: ['smtp.qq.com'],
  starttls: [587],
  implicit: [465],
  shapes: [
    {
      input: 'password',
      should: /^[A-Za-z]{16}$/,
      message:
        'does not have the form of an authorisation code (16 letters). QQ Mail takes no login password here',
    },
  ],
};
