import type { Provider } from '../schema.ts';

/** https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-smtp */
export const MAILGUN: Provider = {
  id: 'mailgun',
  name: 'Mailgun',
  hosts: ['smtp.mailgun.org', 'smtp.eu.mailgun.org'],
  starttls: [587, 2525],
  implicit: [465],
  shapes: [
    {
      input: 'username',
      should: /@/,
      message:
        'should be an SMTP user of your sending domain at Mailgun, such as postmaster@ with that domain',
    },
    {
      input: 'password',
      shouldNot: /^key-/,
      message: "is an API key. Mailgun wants the SMTP user's own password",
    },
  ],
};
