import type { ReplyRow } from '../schema.ts';

export const ARUBA_REPLIES: readonly ReplyRow[] = [
  {
    id: 'aruba-sending-disabled',
    stage: 'any',
    text: /Invio temporaneamente disabilitato/i,
    isUnique: true,
    cause: 'password-change-required',
    meaning: 'Aruba has disabled sending for this mailbox until its password is changed.',
    nextStep:
      'Change the password of the mailbox at https://webmail.aruba.it, then update the secret. Sending works again some minutes later.',
  },
];
