import type { ReplyRow } from '../schema.ts';

export const SAKURA_REPLIES: readonly ReplyRow[] = [
  {
    id: 'sakura-foreign-address',
    stage: 'mail',
    code: 550,
    enhanced: '5.7.1',
    text: /Command rejected/i,
    cause: 'client-address-refused',
    meaning: 'Sakura turns clients outside Japan away unless told otherwise.',
    nextStep:
      'Switch off the filter for foreign addresses for this domain or mailbox in the control panel, or use a runner in Japan: hosted runners are outside it.',
  },
];
