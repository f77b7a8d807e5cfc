import type { ReplyRow } from '../schema.ts';

export const RAMBLER_REPLIES: readonly ReplyRow[] = [
  {
    id: 'rambler-refused',
    code: 535,
    text: /Invalid login or password/i,
    cause: 'wrong-credentials',
    nextStep:
      'In Rambler Mail: Settings, Mail programs, allow access. "username" is the full address. Then check the password.',
  },
];
