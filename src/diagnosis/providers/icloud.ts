import type { Provider } from '../schema.ts';

/**
 * https://github.com/thunderbird/autoconfig
 * https://github.com/dawidd6/action-send-mail/issues/84
 */
export const ICLOUD: Provider = {
  id: 'icloud',
  name: 'iCloud Mail',
  hosts: ['smtp.mail.me.com', 'smtp.mail.icloud.com'],
  starttls: [587],
  notForSending: ['imap.mail.me.com'],
  shapes: [
    {
      input: 'password',
      should: /^[a-z]{4}-[a-z]{4}-[a-z]{4}-[a-z]{4}$/,
      message:
        'does not have the form of an app-specific password (four groups of four letters). The Apple Account password is not accepted here',
    },
  ],
};
