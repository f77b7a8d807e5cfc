import type { ReplyRow } from '../schema.ts';

export const MAILTRAP_REPLIES: readonly ReplyRow[] = [
  {
    id: 'mailtrap-wrong-credentials',
    code: 535,
    enhanced: '5.7.0',
    text: /Invalid login or password/i,
    cause: 'wrong-credentials',
    nextStep:
      'Use the user name and the token that the dashboard shows for this very host, not your e-mail address. Sandbox and live credentials are different.',
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
  },
];
