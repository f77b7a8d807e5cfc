import type { Provider } from '../schema.ts';

/** Services that send mail for programs, whose secret is a key. A to M; the others are in senders-more.ts. */

const BREVO_KEYS =
  'https://help.brevo.com/hc/en-us/articles/7959631848850-Create-and-manage-your-SMTP-keys';

export const SENDERS = [
  {
    id: 'azure',
    name: 'Azure Communication Services',
    hosts: ['smtp.azurecomm.net'],
    starttls: [587],
    sources: [
      'https://learn.microsoft.com/en-us/azure/communication-services/quickstarts/email/send-email-smtp/smtp-authentication',
    ],
  },
  {
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
          'is an API key. Brevo wants an SMTP key here (it begins with xsmtpsib-), from the page "SMTP & API"',
      },
    ],
    sources: ['https://developers.brevo.com/docs/smtp-integration', BREVO_KEYS],
  },
  {
    id: 'cloudflare',
    name: 'Cloudflare Email Service',
    hosts: ['smtp.mx.cloudflare.net'],
    implicit: [465],
    shapes: [
      {
        input: 'username',
        should: /^api_token$/,
        message: 'should be the word "api_token" at Cloudflare; the secret is the API token',
      },
    ],
    sources: ['https://developers.cloudflare.com/email-service/api/send-emails/smtp/'],
  },
  {
    id: 'elastic-email',
    name: 'Elastic Email',
    hosts: ['smtp.elasticemail.com'],
    starttls: [2525],
    implicit: [465],
    sources: [
      'https://github.com/ElasticEmail/elasticemail-python/blob/master/docs/NewSmtpCredentials.md',
    ],
  },
  {
    id: 'emailit',
    name: 'Emailit',
    hosts: ['smtp.emailit.com'],
    starttls: [587],
    sources: ['https://emailit.com/docs/smtp/troubleshooting/'],
  },
  {
    id: 'jetemail',
    name: 'JetEmail',
    hosts: ['relay.jetsmtp.net'],
    sources: ['https://support.jetemail.com/outbound/smtp-error-codes/535-Authentication-failed'],
  },
  {
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
    sources: [
      'https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-smtp',
    ],
  },
  {
    id: 'mailjet',
    name: 'Mailjet',
    hosts: ['in-v3.mailjet.com', 'in.mailjet.com'],
    starttls: [587, 2525],
    implicit: [465],
    shapes: [
      {
        input: 'username',
        should: /^[0-9a-f]{32}$/,
        message:
          'does not look like an API key. Mailjet wants the API key as user name and the secret key as password',
      },
    ],
    sources: ['https://documentation.mailjet.com/hc/en-us/articles/360043227053'],
  },
  {
    id: 'mailtrap',
    name: 'Mailtrap',
    hosts: ['live.smtp.mailtrap.io', 'sandbox.smtp.mailtrap.io', 'smtp.mailtrap.io'],
    starttls: [587, 2525],
    sources: ['https://github.com/pixelfed/pixelfed/issues/6390'],
  },
  {
    id: 'mandrill',
    name: 'Mailchimp Transactional (Mandrill)',
    hosts: ['smtp.mandrillapp.com'],
    starttls: [587, 2525],
    implicit: [465],
    sources: ['https://github.com/nodemailer/nodemailer/issues/280'],
  },
] as const satisfies readonly Provider[];
