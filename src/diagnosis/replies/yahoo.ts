import type { ReplyRow } from '../schema.ts';

export const YAHOO_REPLIES: readonly ReplyRow[] = [
  {
    id: 'yahoo-auth005',
    text: /#AUTH005/,
    isUnique: true,
    cause: 'app-password-required',
    meaning:
      'Almost always the secret is the account\'s own password, which is not accepted here, although the text speaks of "too many bad auth attempts". Further attempts can lock the account.',
    nextStep:
      'Create an app password (Account security, Generate app password), store it, and wait half an hour before the next run. "username" is the full address.',
  },
  {
    id: 'yahoo-verify',
    text: /#MBR1240|verify your account by going to/i,
    isUnique: true,
    cause: 'sign-in-policy',
    meaning:
      'Yahoo wants the owner to verify this account in a web browser first. The password was not judged.',
    nextStep:
      'Sign in at https://login.yahoo.com (AOL: https://login.aol.com) in a web browser and follow the instructions. Then run the job again.',
  },
];
