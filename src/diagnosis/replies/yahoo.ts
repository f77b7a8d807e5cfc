import type { ReplyRow } from '../schema.ts';

export const YAHOO_REPLIES: readonly ReplyRow[] = [
  {
    id: 'yahoo-auth005',
    code: 535,
    enhanced: '5.7.0',
    text: /#AUTH005/,
    cause: 'app-password-required',
    meaning:
      'Almost always the secret is the account\'s own password, which is not taken here, although the text speaks of "too many bad auth attempts". Further tries can lock the account.',
    nextStep:
      'Create an app password in the account security page, store it, and wait half an hour before the next run. The user name is the full address.',
  },
];
