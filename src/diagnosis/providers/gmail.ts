import type { Provider } from '../schema.ts';

/**
 * https://support.google.com/accounts/answer/185833
 * https://github.com/thunderbird/autoconfig
 */
export const GMAIL: Provider = {
  id: 'gmail',
  name: 'Gmail and Google Workspace',
  hosts: ['smtp.gmail.com', 'smtp.googlemail.com', 'smtp-relay.gmail.com', 'aspmx.l.google.com'],
  banner: /\bgsmtp$/,
  starttls: [587],
  implicit: [465],
  shapes: [
    {
      input: 'password',
      // Four groups of four letters; Google shows them with blanks and takes them with and without.
      should: /^[a-z]{4}[ \u00a0]?[a-z]{4}[ \u00a0]?[a-z]{4}[ \u00a0]?[a-z]{4}$/i,
      message:
        'does not have the form of an app password (16 letters). Google takes no account password here; create an app password in the Google account',
    },
  ],
};
