import type { ReplyRow } from '../schema.ts';

export const ICLOUD_REPLIES: readonly ReplyRow[] = [
  {
    id: 'icloud-wrong-credentials',
    code: 535,
    text: /authentication failed/i,
    cause: 'wrong-credentials',
    nextStep:
      'At https://account.apple.com: Sign-In and Security, App-Specific Passwords. Store a new one. "username" is the @icloud.com or @me.com address, also if you send from your own domain.',
  },
  {
    id: 'icloud-no-mailbox',
    code: 550,
    text: /Mailbox does not exist/i,
    cause: 'wrong-credentials',
    meaning: 'iCloud does not know a mailbox with this user name. The password was not judged.',
    nextStep:
      'Set "username" to the @icloud.com or @me.com address of the account. An address of another provider does not work, even if it is the Apple Account.',
  },
];
