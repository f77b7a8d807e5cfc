import { meetsExpectation } from '../expectation.ts';
import type { Result } from '../smtp/result.ts';
import { CHANNEL_WORDS } from './channel.ts';
import { EXCHANGE_WORDS } from './exchange.ts';
import type { Cause, Explanation, Words } from './explanation.ts';
import { NETWORK_WORDS } from './network.ts';

const WORDS: Words = { ...NETWORK_WORDS, ...CHANNEL_WORDS, ...EXCHANGE_WORDS };

/** The output `cause`. */
export function causeOf({ trouble }: Result): Cause {
  return trouble?.problem ?? 'none';
}

/** What the result means and what to do next, seen from what the user expected. */
export function explain(result: Result): Explanation {
  const { trouble, account } = result;
  if (account.expect === 'rejected') {
    if (meetsExpectation(result)) return EXPECTED_REFUSAL;
    if (!trouble) return UNEXPECTED_ACCEPTANCE;
  }
  if (!trouble) return ACCEPTANCE;
  return WORDS[trouble.problem](result);
}

const ACCEPTANCE: Explanation = {
  meaning: 'The server accepted user name and password. No mail was sent.',
  nextStep: 'Nothing to do.',
};

const EXPECTED_REFUSAL: Explanation = {
  meaning: 'The server refused the credential, as "expect: rejected" asks: it no longer works.',
  nextStep: 'Nothing to do.',
};

const UNEXPECTED_ACCEPTANCE: Explanation = {
  meaning:
    'The server accepted the credential, but "expect: rejected" wants it dead: it can still be used.',
  nextStep: 'Revoke it at the provider: change the password or delete the mailbox or key.',
};
