import type { ReplyRow } from '../schema.ts';

export const SES_REPLIES: readonly ReplyRow[] = [
  {
    id: 'ses-wrong-credentials',
    code: 535,
    text: /Authentication Credentials Invalid/i,
    cause: 'wrong-credentials',
    meaning:
      'Amazon SES does not know this pair of SMTP user name and SMTP password in this region.',
    nextStep:
      'In the SES console of the region in "host": SMTP settings, Create SMTP credentials; store both values. The AWS secret access key itself and temporary keys do not work. A new key needs a minute or two.',
  },
  {
    id: 'ses-not-subscribed',
    text: /Account not subscribed to SES/i,
    isUnique: true,
    cause: 'smtp-auth-disabled',
    meaning: 'The AWS account is not signed up for Amazon SES.',
    nextStep: 'Open the SES console of this region once with this AWS account and sign up.',
  },
  {
    id: 'ses-login-required',
    stage: 'mail',
    code: 530,
    text: /Authentication required/i,
    cause: 'login-missing',
  },
  {
    id: 'ses-cannot-check',
    code: 454,
    text: /Temporary authentication failure/i,
    cause: 'temporary-failure',
    meaning: 'Amazon SES cannot check logins right now. It says nothing about the password.',
  },
  {
    id: 'ses-too-many-connections',
    stage: 'greeting',
    code: 421,
    text: /Too many concurrent SMTP connections/i,
    cause: 'throttled',
    nextStep: 'Run the jobs that send mail one after the other.',
  },
];
