import type { Provider } from '../schema.ts';

/** Services that send mail for programs, whose secret is a key. N to Z. */

const ORACLE = 'https://docs.oracle.com/en-us/iaas/Content/Email/Concepts/troubleshooting.htm';
const SENDGRID_ERRORS =
  'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting';
const ZEPTOMAIL = 'https://www.zoho.com/zeptomail/help/api/smtp-error-codes.html';

export const SENDERS_MORE = [
  {
    id: 'oracle',
    name: 'Oracle Cloud Email Delivery',
    hosts: ['smtp.email.*.oci.oraclecloud.com'],
    starttls: [587, 25],
    implicit: [465],
    shapes: [
      {
        input: 'username',
        should: /^ocid1\.user\./,
        message:
          'does not look like an SMTP user name of Oracle Cloud (it begins with ocid1.user.). Generate SMTP credentials for the user',
      },
    ],
    sources: [ORACLE],
  },
  {
    id: 'postmark',
    name: 'Postmark',
    hosts: ['smtp.postmarkapp.com', 'smtp-broadcasts.postmarkapp.com'],
    starttls: [587, 2525],
    sources: ['https://postmarkapp.com/developer/user-guide/send-email-with-smtp'],
  },
  {
    id: 'resend',
    name: 'Resend',
    hosts: ['smtp.resend.com'],
    implicit: [465, 2465],
    starttls: [587, 2587],
    shapes: [
      {
        input: 'username',
        should: /^resend$/,
        message: 'should be the word "resend" at Resend; the secret is the API key',
      },
      {
        input: 'password',
        should: /^re_/,
        message: 'does not look like an API key of Resend (it begins with re_)',
      },
    ],
    sources: ['https://resend.com/docs/send-with-smtp'],
  },
  {
    id: 'sendgrid',
    name: 'Twilio SendGrid',
    hosts: ['smtp.sendgrid.net'],
    starttls: [587, 2525],
    implicit: [465],
    shapes: [
      {
        input: 'username',
        should: /^apikey$/,
        message: 'should be the word "apikey" at SendGrid; the secret is the API key',
      },
      {
        input: 'password',
        should: /^SG\./,
        message: 'does not look like an API key of SendGrid (it begins with SG.)',
      },
    ],
    sources: ['https://github.com/sendgrid/docs', SENDGRID_ERRORS],
  },
  {
    id: 'smtp-com',
    name: 'SMTP.com',
    hosts: ['send.smtp.com'],
    sources: ['https://www.smtp.com/'],
  },
  {
    id: 'smtp2go',
    name: 'SMTP2GO',
    hosts: ['mail.smtp2go.com', 'mail-*.smtp2go.com'],
    starttls: [587, 2525],
    implicit: [465, 8465],
    sources: ['https://developers.smtp2go.com/docs/smtp-relay'],
  },
  {
    id: 'sparkpost',
    name: 'SparkPost (Bird)',
    hosts: ['smtp.sparkpostmail.com', 'smtp.eu.sparkpostmail.com'],
    starttls: [587, 2525],
    shapes: [
      {
        input: 'username',
        should: /^SMTP_Injection($|:X-MSYS-SUBACCOUNT=\d)/,
        message: 'should be the word "SMTP_Injection" at SparkPost, in exactly these letters',
      },
    ],
    sources: ['https://developers.sparkpost.com/api/smtp'],
  },
  {
    id: 'usesend',
    name: 'useSend',
    hosts: ['smtp.usesend.com'],
    starttls: [587, 2587],
    implicit: [465, 2465],
    shapes: [
      {
        input: 'username',
        should: /^usesend$/,
        message: 'should be the word "usesend" at useSend; the secret is the API key',
      },
      {
        input: 'password',
        should: /^us_/,
        message: 'does not look like an API key of useSend (it begins with us_)',
      },
    ],
    sources: ['https://docs.usesend.com/get-started/smtp'],
  },
  {
    id: 'zeptomail',
    name: 'ZeptoMail',
    hosts: ['smtp.zeptomail.*', 'smtp.zeptomail.com.*'],
    starttls: [587],
    implicit: [465],
    sources: [ZEPTOMAIL],
  },
] as const satisfies readonly Provider[];
