import type { ReplyRow } from '../schema.ts';

export const SAKURA_REPLIES: readonly ReplyRow[] = [
  {
    id: 'sakura-foreign-address',
    stage: 'mail',
    code: 550,
    enhanced: '5.7.1',
    text: /Command rejected/i,
    cause: 'client-address-refused',
    meaning: 'Sakura rejects clients outside Japan unless its filter for foreign addresses is off.',
    nextStep:
      'In the Sakura control panel: Mail, Foreign IP address filter, switch it off for this domain or mailbox, or run the check in Japan: most hosted CI services are outside.',
  },
  {
    id: 'sakura-refused',
    code: 535,
    enhanced: '5.7.0',
    text: /authentication failed/i,
    cause: 'wrong-credentials',
    nextStep:
      'Use the full address as "username" and the mailbox password. Several failures in a short time block this IP address for a while: correct the secret before the next run.',
  },
];
