import type { ReplyRow } from '../schema.ts';

export const MAILTRAP_REPLIES: readonly ReplyRow[] = [
  {
    id: 'mailtrap-wrong-credentials',
    code: 535,
    enhanced: '5.7.0',
    text: /Invalid (?:login or password|credentials)/i,
    cause: 'wrong-credentials',
    nextStep:
      'Copy user name and password from the SMTP settings that Mailtrap shows for exactly this host. Sandbox and live credentials differ: live hosts use the user name "api" and an API token.',
  },
  {
    id: 'mailtrap-limit',
    text: /(?:email|message) limit (?:is|has been) reached/i,
    cause: 'quota-exceeded',
    meaning: 'The mail limit of the Mailtrap plan is reached. It says nothing about the password.',
    nextStep:
      'Wait until the limit resets with the next billing period, or upgrade at https://mailtrap.io/billing/plans/testing.',
  },
  {
    id: 'mailtrap-login-required',
    stage: 'mail',
    code: 530,
    enhanced: '5.7.1',
    text: /Authentication required/i,
    cause: 'login-missing',
    nextStep:
      'Give the program the user name and the API token of the sending domain; sandbox credentials do not work on the live host.',
  },
];
