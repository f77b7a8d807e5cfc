import type { Provider } from '../schema.ts';

/** https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-smtp */
export const MAILGUN: Provider = {
  id: 'mailgun',
  name: 'Mailgun',
  hosts: ['smtp.mailgun.org', 'smtp.eu.mailgun.org'],
  banner: /\bMailgun Influx ready/i,
  starttls: [587, 2525],
  implicit: [465],
  notForSending: ['mxa.mailgun.org', 'mxb.mailgun.org', 'mxa.eu.mailgun.org', 'mxb.eu.mailgun.org'],
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
      message: "is an API key. Mailgun requires the SMTP user's own password",
    },
  ],
};
