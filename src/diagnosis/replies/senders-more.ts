import type { RepliesOf } from '../schema.ts';

/** Services that send mail for programs, whose secret is a key. N to Z. */

const ORACLE = 'https://docs.oracle.com/en-us/iaas/Content/Email/Concepts/troubleshooting.htm';
const SENDGRID_ERRORS =
  'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting';
const SPARKPOST = 'https://support.sparkpost.com/docs/faq/error-messages-smtp';
const ZEPTOMAIL = 'https://www.zoho.com/zeptomail/help/api/smtp-error-codes.html';

export const SENDERS_MORE_REPLIES = {
  oracle: [
    {
      id: 'oracle-wrong-credentials',
      code: 535,
      text: /Authentication credentials invalid/i,
      cause: 'wrong-credentials',
      nextStep:
        'Generate SMTP credentials for the user (two at most) and store both parts. The console password does not work here.',
      sources: [ORACLE],
    },
    {
      id: 'oracle-sender',
      stage: 'mail',
      code: 535,
      text: /Authorization failed: address/i,
      cause: 'not-authorised-to-send',
      meaning: 'In spite of the number 535 the login works; the sender address is not approved.',
      nextStep:
        'Approve the sender in the same compartment and region, and allow "use email-family" for the user.',
      sources: [ORACLE],
    },
    {
      id: 'oracle-login-required',
      stage: 'mail',
      code: 535,
      text: /Authentication required/i,
      cause: 'login-missing',
      sources: [ORACLE],
    },
    {
      id: 'oracle-too-many-failures',
      code: 421,
      text: /Too many auth failures/i,
      cause: 'throttled',
      meaning: 'After several failed logins this address is locked out for a while.',
      nextStep: 'Stop the workflow, correct the secret, and wait.',
      sources: [ORACLE],
    },
    {
      id: 'oracle-mechanism',
      code: 504,
      text: /Method not supported|AUTH mechanism mismatch/i,
      cause: 'mechanism-refused',
      nextStep: 'Set "mechanism" to PLAIN or LOGIN.',
      sources: [ORACLE],
    },
    {
      id: 'oracle-malformed',
      code: 501,
      text: /not a valid Base64|does not contain (the second )?NUL/i,
      cause: 'login-malformed',
      sources: [ORACLE],
    },
  ],
  postmark: [
    {
      id: 'postmark-wrong-credentials',
      code: 535,
      enhanced: '5.7.8',
      text: /Error: authentication failed/i,
      cause: 'wrong-credentials',
      nextStep:
        'Put the Server API token into both user name and password, or use access key and secret key of an SMTP token. SMTP must be on for that server.',
      sources: [
        'https://github.com/mautic/mautic/issues/1700',
        'https://postmarkapp.com/support/article/common-smtp-connection-errors',
      ],
    },
  ],
  resend: [
    {
      id: 'resend-wrong-key',
      code: 535,
      text: /Authentication credentials invalid/i,
      cause: 'wrong-credentials',
      nextStep:
        'Check in the dashboard that the API key still exists. The user name is the word "resend", the password is the key.',
      sources: ['https://resend.com/docs/send-with-smtp'],
    },
  ],
  sendgrid: [
    {
      id: 'sendgrid-grant',
      code: 535,
      text: /authorization grant is invalid, expired, or revoked/i,
      cause: 'wrong-credentials',
      meaning: 'SendGrid does not know this API key, or the key was revoked or may not send mail.',
      nextStep:
        'Create an API key with "Mail Send" and store it without any line break. The user name is the word "apikey".',
      sources: [
        'https://github.com/sendgrid/docs/issues/3947',
        'https://github.com/sendgrid/sendgrid-nodejs/issues/1105',
      ],
    },
    {
      id: 'sendgrid-bad-pair',
      code: 535,
      text: /Bad username \/ password/i,
      cause: 'wrong-credentials',
      nextStep: 'Set the user name to the word "apikey" and the password to an API key (SG.…).',
      sources: [SENDGRID_ERRORS],
    },
    {
      id: 'sendgrid-two-factor',
      code: 535,
      text: /Basic authentication is not allowed with 2FA/i,
      cause: 'app-password-required',
      meaning: 'The account has a second factor, so its own user name and password are refused.',
      nextStep: 'Use an API key: user name "apikey", password the key.',
      sources: ['https://github.com/sendgrid/docs'],
    },
    {
      id: 'sendgrid-credits',
      code: 451,
      text: /Maximum credits exceeded/i,
      cause: 'quota-exceeded',
      meaning: 'The mail allowance of your plan is used up. That can last until the next month.',
      nextStep: 'Raise the plan, or wait until the allowance begins anew. Do not try in a loop.',
      sources: [SENDGRID_ERRORS],
    },
    {
      id: 'sendgrid-login-required',
      stage: 'mail',
      code: 550,
      text: /Unauthenticated senders not allowed/i,
      cause: 'login-missing',
      sources: ['https://github.com/sendgrid/docs/issues/6473', SENDGRID_ERRORS],
    },
  ],
  'smtp-com': [
    {
      id: 'smtp-com-wrong-credentials',
      code: 535,
      enhanced: '5.7.8',
      text: /^Sorry/i,
      cause: 'wrong-credentials',
      nextStep: 'Check sender name and key in the account.',
      sources: ['https://www.smtp.com/'],
    },
  ],
  sparkpost: [
    {
      id: 'sparkpost-wrong-credentials',
      code: 535,
      enhanced: '5.7.8',
      text: /^Sorry/i,
      cause: 'wrong-credentials',
      nextStep:
        'The user name is the word "SMTP_Injection"; the API key needs the right "Send via SMTP"; accounts in the EU use smtp.eu.sparkpostmail.com.',
      sources: [SPARKPOST],
    },
    {
      id: 'sparkpost-domain',
      stage: 'data',
      code: 550,
      enhanced: '5.7.1',
      text: /Unconfigured Sending Domain/i,
      cause: 'not-authorised-to-send',
      nextStep: "Add the sender's domain to the account and verify it.",
      sources: [SPARKPOST],
    },
  ],
  zeptomail: [
    {
      id: 'zeptomail-wrong-credentials',
      code: 535,
      text: /Authentication Failed/i,
      cause: 'wrong-credentials',
      meaning:
        'ZeptoMail refused the login. It uses the same words for a wrong token, used-up credits and a blocked account.',
      nextStep: 'Check the send-mail token in the console first, then credits and account.',
      sources: [ZEPTOMAIL],
    },
    {
      id: 'zeptomail-starttls-first',
      stage: 'any',
      code: 530,
      text: /Must issue a STARTTLS/i,
      cause: 'tls-required',
      sources: [ZEPTOMAIL],
    },
  ],
} satisfies RepliesOf;
