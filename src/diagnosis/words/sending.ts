import type { Words } from '../explanation.ts';

/** Words for what is asked after the login: may this account send as `from`, and to `to`? */

const KEEP_CREDENTIAL = 'The credential is valid; do not change it.';

export const SENDING_WORDS: Words<
  'sender-refused' | 'recipient-refused' | 'not-authorised-to-send'
> = {
  'sender-refused': ({ account }) => ({
    meaning: `The server does not let this account send as ${account.from ?? 'this address'}. ${KEEP_CREDENTIAL}`,
    nextStep:
      'Grant the account permission to send as that address at the provider, or use an address of the account in "from".',
  }),
  'recipient-refused': ({ account }) => ({
    meaning: `The account may send as ${account.from ?? 'that address'}, but the server does not accept the recipient ${account.to ?? 'in "to"'}. ${KEEP_CREDENTIAL}`,
    nextStep: 'Check the address in "to"; the server\'s reply says what is wrong with it.',
  }),
  'not-authorised-to-send': () => ({
    meaning: `This account may not send with that sender address. ${KEEP_CREDENTIAL}`,
    nextStep: 'Use an address of the account in "from", or have this one allowed for it.',
  }),
};
