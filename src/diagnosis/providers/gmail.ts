import type { Provider } from '../schema.ts';

/**
 * https://support.google.com/accounts/answer/185833
 * https://github.com/thunderbird/autoconfig
 * https://support.google.com/a/answer/174125
 */
export const GMAIL: Provider = {
  id: 'gmail',
  name: 'Gmail and Google Workspace',
  hosts: ['smtp.gmail.com', 'smtp.googlemail.com', 'smtp-relay.gmail.com'],
  banner: /\bgsmtp$/,
  starttls: [587],
  implicit: [465],
  notForSending: [
    'imap.gmail.com',
    'pop.gmail.com',
    'imap.googlemail.com',
    'pop.googlemail.com',
    'smtp.google.com',
    'aspmx.l.google.com',
    'alt*.aspmx.l.google.com',
    'gmail-smtp-in.l.google.com',
    'alt*.gmail-smtp-in.l.google.com',
  ],
  shapes: [
    {
      input: 'password',
      // Four groups of four letters; Google shows them with spaces and accepts them with and without.
      should: /^[a-z]{4}[ \u00a0]?[a-z]{4}[ \u00a0]?[a-z]{4}[ \u00a0]?[a-z]{4}$/i,
      message:
        'does not have the form of an app password (16 letters). Google does not accept account passwords here; create an app password at https://myaccount.google.com/apppasswords',
    },
  ],
};
