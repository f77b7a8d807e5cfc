import type { Result } from '../model/result.ts';
import { type Cause, causeOf, isPermission, isRefinement, usesPassword } from './causes.ts';
import type { Explanation } from './explanation.ts';
import { knowledge } from './knowledge.ts';
import { type Found, findReply } from './match.ts';
import { providersOf } from './providers/all.ts';

export { causeOf } from './causes.ts';

/** What the result means and what to do next, seen from what the user expected. */
export function explain(result: Result): Explanation {
  const { trouble, account } = result;
  if (account.expect === 'rejected') {
    if (meetsExpectation(result)) return EXPECTED_REFUSAL;
    if (!trouble) return UNEXPECTED_ACCEPTANCE;
  }
  if (!trouble) return acceptance(result);
  const found = findReply(result);
  // What software says of a sender in general is less than the sentence that names the address.
  const isVague =
    isPermission(trouble.problem) && found !== undefined && !('hosts' in found.family);
  const own = found?.isAdviceSafe && !isVague ? ownWords(found, result) : {};
  return withCaution({ ...wordsOfCause(result), ...own }, result);
}

const MAY_BE_THE_PLACE: ReadonlySet<Cause> = new Set([
  'credential-refused',
  'wrong-credentials',
  'connection-lost',
  'service-refused',
]);

/** Some companies refuse by place and do not say so. */
function withCaution(words: Explanation, result: Result): Explanation {
  const caution = providersOf(result.account.host)[0]?.caution;
  if (caution === undefined || !MAY_BE_THE_PLACE.has(causeOf(result))) return words;
  return { ...words, nextStep: `${words.nextStep} ${caution}` };
}

/** The section of docs/troubleshooting.md that says more: a known reply's own, else its cause's. */
export function anchorOf(result: Result): string {
  const found = findReply(result);
  return found?.isAdviceSafe ? found.row.id : causeOf(result);
}

function wordsOfCause(result: Result): Explanation {
  const cause = causeOf(result);
  if (cause === 'none') return acceptance(result);
  const { words, refinedWords } = knowledge();
  return isRefinement(cause) ? refinedWords[cause]() : words[cause](result);
}

/** A row about passwords has nothing to say about tokens, unless it says so. */
function ownWords({ row }: Found, result: Result): Partial<Explanation> {
  const { meaning, nextStep, tokenNextStep } = row;
  if (!usesPassword(result)) return tokenNextStep === undefined ? {} : { nextStep: tokenNextStep };
  return { ...(meaning !== undefined && { meaning }), ...(nextStep !== undefined && { nextStep }) };
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

/** A refusal of the credential itself, known by its words or, where they say nothing, by its code. */
const DEAD: ReadonlySet<Cause> = new Set([
  'wrong-credentials',
  'access-token-refused',
  'credential-refused',
]);

/**
 * Whether the result is the one the user asked for. `expect: rejected` is met only by a true refusal:
 * a 535 (RFC 4954 section 6: "authentication credentials invalid") to a credential that the server has
 * seen whole. A switch, a rule, a lock or an address behind the same number proves nothing about it: the
 * credential may work again tomorrow, or from elsewhere.
 */
export function meetsExpectation(result: Result): boolean {
  const { account, verdict, reply, credentialSent } = result;
  if (account.expect === 'accepted') return verdict === 'accepted';
  return (
    verdict === 'rejected' && reply?.code === 535 && credentialSent && DEAD.has(causeOf(result))
  );
}
