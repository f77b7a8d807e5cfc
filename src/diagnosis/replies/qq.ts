import type { ReplyRow } from '../schema.ts';

export const QQ_REPLIES: readonly ReplyRow[] = [
  {
    id: 'qq-authorisation-code',
    code: 535,
    text: /authorization code to login/i,
    cause: 'app-password-required',
    meaning:
      'QQ Mail wants an authorisation code, not the login password; codes lapse when the password changes.',
    nextStep: 'Switch on SMTP in the web settings and store the 16 letters that they show.',
  },
  {
    id: 'qq-authorisation-code-chinese',
    code: 535,
    text: /no=1001256|\u8bf7\u4f7f\u7528\u6388\u6743\u7801\u767b\u5f55/,
    cause: 'app-password-required',
    meaning:
      'QQ Mail wants an authorisation code, not the login password; codes lapse when the password changes.',
    nextStep: 'Switch on SMTP in the web settings and store the 16 letters that they show.',
  },
  {
    id: 'qq-account-abnormal',
    code: 535,
    text: /Account is abnormal, service is not open, password is incorrect, login frequency limited/i,
    cause: 'ambiguous-refusal',
    meaning:
      'The server has one sentence for five reasons: a wrong or lapsed code, SMTP switched off, too many logins, or an unusual place. The cause is not certain.',
    nextStep:
      'Renew the authorisation code, make sure that SMTP is on, and wait some hours before the next try.',
  },
];
