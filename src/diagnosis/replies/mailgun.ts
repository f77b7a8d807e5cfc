import type { ReplyRow } from '../schema.ts';

export const MAILGUN_REPLIES: readonly ReplyRow[] = [
  {
    id: 'mailgun-wrong-credentials',
    text: /not loving your login or password/i,
    isUnique: true,
    cause: 'wrong-credentials',
    nextStep:
      'In Mailgun: Send, Domain settings, SMTP credentials. Use that user (postmaster@ your domain) and its own password, not an API key. EU domains use smtp.eu.mailgun.org.',
  },
  {
    id: 'mailgun-refused',
    code: 535,
    text: /^Authentication failed|Invalid login or password|incorrect username/i,
    cause: 'wrong-credentials',
    nextStep:
      'In Mailgun: Send, Domain settings, SMTP credentials. Use that user (postmaster@ your domain) and its own password, not an API key. EU domains use smtp.eu.mailgun.org.',
  },
  {
    id: 'mailgun-user-name',
    text: /Username used for auth is not valid email address/i,
    isUnique: true,
    cause: 'login-malformed',
    meaning:
      'Mailgun accepts only a full e-mail address as user name. The password was not judged.',
    nextStep:
      'Set "username" to the full address of an SMTP user of your domain, such as postmaster@ with that domain (Mailgun: Send, Domain settings, SMTP credentials).',
  },
];
