import { meetsExpectation } from '../expectation.ts';
import type { Result } from '../smtp/result.ts';
import { CHANNEL_WORDS } from './channel.ts';
import { EXCHANGE_WORDS } from './exchange.ts';
import type { Cause, Explanation, Words } from './explanation.ts';
import { LOGIN_WORDS } from './login.ts';
import { NETWORK_WORDS } from './network.ts';
import { TOKEN_WORDS } from './token.ts';

const WORDS: Words = {
  ...NETWORK_WORDS,
  ...CHANNEL_WORDS,
  ...EXCHANGE_WORDS,
  ...LOGIN_WORDS,
  ...TOKEN_WORDS,
};

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
  if (!trouble) return acceptance(result);
  return WORDS[trouble.problem](result);
}

function acceptance({ account: { from, to }, mechanism = '' }: Result): Explanation {
  const credential = ACCEPTED_BY[mechanism] ?? 'user name and password';
  const recipient = to === undefined ? '' : ` to ${to}`;
  const may = from === undefined ? '' : ` and lets the login send as ${from}${recipient}`;
  return {
    meaning: `The server accepted ${credential}${may}. No mail was sent.`,
    nextStep: 'Nothing to do.',
  };
}

/** What the login was made with, where that is no password. */
const ACCEPTED_BY: Readonly<Record<string, string>> = {
  XOAUTH2: 'the access token',
  OAUTHBEARER: 'the access token',
  EXTERNAL: 'the client certificate',
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
