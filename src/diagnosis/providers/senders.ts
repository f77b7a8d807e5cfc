import type { Provider } from '../family.ts';

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
    replies: [
      {
        id: 'brevo-address',
        code: 525,
        enhanced: '5.7.1',
        text: /Unauthorized IP address/i,
        cause: 'client-address-refused',
        meaning:
          "The key is right, but this runner's address is not on the account's list. New Brevo accounts block unknown addresses from the start.",
        nextStep:
          'Switch off the blocking of unknown addresses for SMTP keys (it has a switch of its own): hosted runners change their address at every run.',
        sources: [BREVO_KEYS],
      },
      {
        id: 'brevo-wrong-credentials',
        code: 535,
        enhanced: '5.7.8',
        text: /Authentication failed/i,
        cause: 'wrong-credentials',
        nextStep:
          'Copy the login and an SMTP key (it begins with xsmtpsib-) from the page "SMTP & API". An API key does not work here.',
        sources: [BREVO_KEYS],
      },
      {
        id: 'brevo-not-activated',
        stage: 'data',
        code: 502,
        enhanced: '5.7.0',
        text: /SMTP account is not yet activated/i,
        cause: 'smtp-auth-disabled',
        meaning: 'The login works, but the account may not send yet.',
        nextStep: "Ask Brevo's support to activate transactional mail.",
        sources: ['https://developers.brevo.com/docs/smtp-integration'],
      },
    ],
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
    replies: [
      {
        id: 'emailit-wrong-key',
        code: 535,
        text: /Authentication failed/i,
        cause: 'wrong-credentials',
        meaning: 'Emailit does not know this API key. The user name does not count.',
        nextStep:
          'Create a new API key and store it as the password, without a blank or line break.',
        sources: ['https://emailit.com/docs/smtp/troubleshooting/'],
      },
      {
        id: 'emailit-temporary',
        code: 454,
        text: /Temporary authentication failure/i,
        cause: 'temporary-failure',
        sources: ['https://emailit.com/docs/smtp/troubleshooting/'],
      },
    ],
  },
  {
    id: 'jetemail',
    name: 'JetEmail',
    hosts: ['relay.jetsmtp.net'],
    sources: ['https://support.jetemail.com/outbound/smtp-error-codes/535-Authentication-failed'],
    replies: [
      {
        id: 'jetemail-address',
        code: 535,
        text: /IP not authorized/i,
        cause: 'client-address-refused',
        nextStep:
          "Open the SMTP user's list of addresses: hosted runners change their address at every run.",
        sources: [
          'https://support.jetemail.com/outbound/smtp-error-codes/535-Authentication-failed',
        ],
      },
    ],
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
    replies: [
      {
        id: 'mailgun-wrong-credentials',
        code: 535,
        enhanced: '5.7.0',
        text: /not loving your login or password/i,
        cause: 'wrong-credentials',
        nextStep:
          "Use the sending domain's SMTP user and its own password, not the API key. Domains in the EU use smtp.eu.mailgun.org.",
        sources: ['https://smtptester.org/guides/mailgun-smtp-test/'],
      },
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
    replies: [
      {
        id: 'mailjet-wrong-credentials',
        code: 435,
        enhanced: '4.7.8',
        text: /authentication failed/i,
        cause: 'wrong-credentials',
        meaning:
          'Mailjet refused API key and secret key. Its number says "temporary", but it does not get better by waiting.',
        nextStep: 'Copy API key (user name) and secret key (password) again from the account.',
        sources: [
          'https://github.com/mailjet/mailjet-gem/issues/14',
          'https://github.com/mailjet/mailjet-gem/issues/17',
        ],
      },
      {
        id: 'mailjet-login-required',
        stage: 'mail',
        code: 530,
        enhanced: '5.7.1',
        text: /Authentication required/i,
        cause: 'login-missing',
        sources: ['https://github.com/mailjet/mailjet-apiv3-php/issues/93'],
      },
    ],
  },
  {
    id: 'mailtrap',
    name: 'Mailtrap',
    hosts: ['live.smtp.mailtrap.io', 'sandbox.smtp.mailtrap.io', 'smtp.mailtrap.io'],
    starttls: [587, 2525],
    sources: ['https://github.com/pixelfed/pixelfed/issues/6390'],
    replies: [
      {
        id: 'mailtrap-wrong-credentials',
        code: 535,
        enhanced: '5.7.0',
        text: /Invalid login or password/i,
        cause: 'wrong-credentials',
        nextStep:
          'Use the user name and the token that the dashboard shows for this very host, not your e-mail address. Sandbox and live credentials are different.',
        sources: ['https://github.com/marcpope/borgbackupserver/issues/16'],
      },
      {
        id: 'mailtrap-login-required',
        stage: 'mail',
        code: 530,
        enhanced: '5.7.1',
        text: /Authentication required/i,
        cause: 'login-missing',
        nextStep:
          'Give the program the user name and API token of the sending domain; sandbox credentials do not fit the live host.',
        sources: ['https://github.com/pixelfed/pixelfed/issues/6390'],
      },
    ],
  },
  {
    id: 'mandrill',
    name: 'Mailchimp Transactional (Mandrill)',
    hosts: ['smtp.mandrillapp.com'],
    starttls: [587, 2525],
    implicit: [465],
    sources: ['https://github.com/nodemailer/nodemailer/issues/280'],
    replies: [
      {
        id: 'mandrill-wrong-credentials',
        code: 435,
        enhanced: '4.7.8',
        text: /authentication failed/i,
        cause: 'wrong-credentials',
        meaning:
          'The API key was refused. The number says "temporary", but it does not get better by waiting.',
        nextStep: 'Create a new API key and store it as the password.',
        sources: ['https://github.com/nodemailer/nodemailer/issues/280'],
      },
    ],
  },
] as const satisfies readonly Provider[];
