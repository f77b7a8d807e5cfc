import type { ReplyRow } from '../schema.ts';

export const OVH_REPLIES: readonly ReplyRow[] = [
  {
    id: 'ovh-refused',
    code: 535,
    text: /Authentication failed/i,
    cause: 'ambiguous-refusal',
    meaning:
      'OVHcloud gives the same reply for a wrong password, for an alias (it has no password) and for a mailbox that was blocked after spam. The cause is not certain.',
    nextStep:
      'In the OVHcloud Control Panel: Web Cloud, Emails, your domain. Check that "username" is a mailbox, not an alias or redirection, and that it is not blocked. Then change its password and store it.',
  },
];
