import type { RepliesOf } from '../schema.ts';

/** Companies that host domains and their mailboxes. */

const AUTOCONFIG = 'https://github.com/thunderbird/autoconfig';
const PROVIDER_DB = 'https://github.com/chatmail/provider-db';
const FOREIGN_STEP =
  'Switch off the filter for foreign addresses for this domain or mailbox in the control panel, or use a runner in Japan: hosted runners are outside it.';

export const HOSTING_REPLIES = {
  godaddy: [
    {
      id: 'godaddy-disabled',
      code: 535,
      text: /account disabled/i,
      cause: 'account-locked',
      nextStep: 'Switch the mailbox on again in the e-mail dashboard.',
      sources: [AUTOCONFIG],
    },
  ],
  infomaniak: [
    {
      id: 'infomaniak-wrong-credentials',
      code: 535,
      enhanced: '5.7.0',
      text: /Invalid login or password/i,
      cause: 'wrong-credentials',
      nextStep:
        'Create a device password for the mailbox and store it; the password of the web login is not taken here.',
      sources: [PROVIDER_DB],
    },
  ],
  ionos: [
    {
      id: 'ionos-wrong-credentials',
      code: 535,
      text: /Authentication credentials invalid/i,
      cause: 'wrong-credentials',
      nextStep:
        'Use the full address and the password of the mailbox, not the login of the control panel.',
      sources: [AUTOCONFIG],
    },
  ],
  sakura: [
    {
      id: 'sakura-foreign-address',
      stage: 'mail',
      code: 550,
      enhanced: '5.7.1',
      text: /Command rejected/i,
      cause: 'client-address-refused',
      meaning: 'Sakura turns clients outside Japan away unless told otherwise.',
      nextStep: FOREIGN_STEP,
      sources: ['https://help.sakura.ad.jp/206053872/'],
    },
  ],
} satisfies RepliesOf;
