import type { ReplyRow } from '../schema.ts';

export const GODADDY_REPLIES: readonly ReplyRow[] = [
  {
    id: 'godaddy-suspended',
    text: /is in a suspended status/i,
    isUnique: true,
    cause: 'account-locked',
    meaning: 'GoDaddy has suspended this mailbox. The password was not judged.',
    nextStep:
      'Sign in to the GoDaddy account, open Email & Office, look for a notice about this mailbox, and ask the GoDaddy support to lift the suspension.',
  },
  {
    id: 'godaddy-disabled',
    code: 535,
    text: /account disabled/i,
    cause: 'account-locked',
    nextStep: 'Enable the mailbox again in the GoDaddy Email & Office dashboard.',
  },
];
