import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig
 * https://github.com/chatmail/provider-db
 */
export const QQ: Provider = {
  id: 'qq',
  name: 'QQ Mail',
  hosts: ['smtp.qq.com'],
  banner: /\.qq\.com .{0,40}QQ Mail Server/i,
  starttls: [587],
  implicit: [465],
  notForSending: ['imap.qq.com', 'pop.qq.com', 'mx*.qq.com'],
  shapes: [
    {
      input: 'password',
      should: /^[A-Za-z]{16}$/,
      message:
        'does not have the form of an authorization code (16 letters). QQ Mail does not accept the login password here',
    },
  ],
};
