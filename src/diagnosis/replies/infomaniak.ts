import type { ReplyRow } from '../schema.ts';

export const INFOMANIAK_REPLIES: readonly ReplyRow[] = [
  {
    id: 'infomaniak-wrong-credentials',
    code: 535,
    text: /Invalid login or password/i,
    cause: 'wrong-credentials',
    nextStep:
      'In the Infomaniak Manager: Mail, this address, Devices, add a device and store its password; the password of the web login is not accepted.',
  },
];
