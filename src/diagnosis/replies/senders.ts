import type { RepliesOf } from '../schema.ts';

/** Services that send mail for programs, whose secret is a key. A to M; the others are in senders-more.ts. */

const BREVO_KEYS =
  'https://help.brevo.com/hc/en-us/articles/7959631848850-Create-and-manage-your-SMTP-keys';

export const SENDERS_REPLIES = {
  brevo: [
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
  emailit: [
    {
      id: 'emailit-wrong-key',
      code: 535,
      text: /Authentication failed/i,
      cause: 'wrong-credentials',
      meaning: 'Emailit does not know this API key. The user name does not count.',
      nextStep: 'Create a new API key and store it as the password, without a blank or line break.',
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
  jetemail: [
    {
      id: 'jetemail-address',
      code: 535,
      text: /IP not authorized/i,
      cause: 'client-address-refused',
      nextStep:
        "Open the SMTP user's list of addresses: hosted runners change their address at every run.",
      sources: ['https://support.jetemail.com/outbound/smtp-error-codes/535-Authentication-failed'],
    },
  ],
  mailgun: [
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
  mailjet: [
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
  mailtrap: [
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
  mandrill: [
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
} satisfies RepliesOf;
