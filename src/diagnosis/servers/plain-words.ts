import type { ServerFamily } from '../schema.ts';

const RFC_4954 = 'https://www.rfc-editor.org/rfc/rfc4954#section-6';
const RFC_3207 = 'https://www.rfc-editor.org/rfc/rfc3207';
const RFC_5248 = 'https://www.rfc-editor.org/rfc/rfc5248';
const RFC_7628 = 'https://www.rfc-editor.org/rfc/rfc7628#section-3.2.2';
const FAIL2BAN =
  'https://github.com/fail2ban/fail2ban/blob/master/config/filter.d/courier-smtp.conf';
const SMTP_SERVER = 'https://github.com/nodemailer/smtp-server';

/** Words that mean the same whichever server says them. */
export const PLAIN_WORDS: readonly ServerFamily[] = [
  {
    id: 'words',
    name: 'Any server, by its words',
    replies: [
      {
        id: 'rfc-account-disabled',
        code: 525,
        enhanced: '5.7.13',
        text: /\bdisabled\b/i,
        cause: 'account-locked',
        meaning: 'User name and password are right, but the account is disabled.',
        nextStep: 'Ask the administrator to enable the account again.',
        sources: [RFC_5248],
      },
      {
        id: 'words-app-password',
        text: /\b(use|needs?|requires?|create|generate) (a |an |your )?(application|app)[- ](specific )?password\b|\b(application|app)[- ](specific )?password (is )?(required|needed)\b/i,
        cause: 'app-password-required',
        sources: [RFC_4954],
      },
      {
        id: 'words-address',
        stage: 'any',
        text: /\bunauthori[sz]ed IP\b|\bIP \S{0,45} ?(is )?(not (authori[sz]ed|allowed|permitted)|blocked)\b|client host \S{1,60} blocked|\bspamhaus\b|\bblock ?list|\bblack ?list/i,
        cause: 'client-address-refused',
        sources: ['https://www.postfix.org/postconf.5.html#reject_rbl_client'],
      },
      {
        id: 'words-too-many',
        text: /too many (failed |bad |invalid )?(log[io]n|logon|auth|attempts|failures|tries)/i,
        cause: 'throttled',
        sources: [RFC_4954],
      },
      {
        id: 'words-account-locked',
        text: /\b(account|mailbox|user)( is| has been| was)?( temporarily)? (locked|disabled|suspended|blocked|deactivated)\b/i,
        cause: 'account-locked',
        sources: [RFC_5248],
      },
      {
        id: 'words-token',
        text: /\b(access|oauth2?|bearer)[ _-]?token\b.{0,40}\b(expired|invalid|revoked)|\b(expired|invalid|revoked)\b.{0,20}\b(access|oauth2?|bearer)[ _-]?token\b/i,
        cause: 'access-token-refused',
        sources: [RFC_7628],
      },
      {
        id: 'words-wrong-pair',
        code: 535,
        text: /\b(invalid|incorrect|wrong|bad) (user ?name|user|login|account)( ?\/ ?| or | and )(password|passwd|passcode)\b/i,
        cause: 'wrong-credentials',
        sources: [SMTP_SERVER],
      },
      {
        id: 'words-authentication-failed-5-7-0',
        code: 535,
        enhanced: '5.7.0',
        text: /authentication failed/i,
        cause: 'wrong-credentials',
        sources: [RFC_4954],
      },
      {
        id: 'words-authentication-failed',
        code: 535,
        text: /^Authentication failed\.?$/i,
        cause: 'wrong-credentials',
        sources: [FAIL2BAN],
      },
      {
        id: 'words-435-refused',
        code: 435,
        enhanced: '4.7.8',
        text: /authentication failed/i,
        cause: 'wrong-credentials',
        meaning:
          'The server refused user name and password. Its number says "temporary", but it does not get better by waiting.',
        sources: ['https://github.com/mailjet/mailjet-gem/issues/14'],
      },
      {
        id: 'words-ehlo-first',
        stage: 'any',
        code: 503,
        text: /send (hello|helo|ehlo).{0,20}first|EHLO.{0,20}first/i,
        cause: 'login-malformed',
        meaning: 'The server got a command before EHLO; after STARTTLS, EHLO has to be said again.',
        nextStep: 'If you see this from your own program: say EHLO again after TLS has begun.',
        sources: ['https://support.google.com/a/answer/3726730'],
      },
      {
        id: 'rfc-starttls-unavailable',
        stage: 'starttls',
        code: 454,
        text: /TLS not available/i,
        cause: 'starttls-refused',
        sources: [RFC_3207],
      },
      {
        id: 'rfc-token-report',
        code: 334,
        text: /^eyJzdGF0dXMiOi/,
        cause: 'access-token-refused',
        sources: [RFC_7628],
      },
    ],
  },
];
