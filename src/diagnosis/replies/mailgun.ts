import type { ReplyRow } from '../schema.ts';

export const MAILGUN_REPLIES: readonly ReplyRow[] = [
  {
    id: 'mailgun-wrong-credentials',
    code: 535,
    enhanced: '5.7.0',
    text: /not loving your login or password/i,
    cause: 'wrong-credentials',
    nextStep:
      "Use the sending domain's SMTP user and its own password, not the API key. Domains in the EU use smtp.eu.mailgun.org.",
  },
];
