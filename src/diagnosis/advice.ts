import type { Cause } from '../model/cause.ts';
import type { Diagnosis, InputWarning } from '../model/diagnosis.ts';
import type { Observation } from '../model/observation.ts';
import { severityOf } from '../model/reply.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Explanation } from './explanation.ts';
import { providersOf } from './known-hosts.ts';
import type { Found } from './match.ts';
import type { Judgement } from './reply-verdict.ts';
import { WORDS } from './words/all.ts';
import { wordSkipped } from './words/skipped.ts';
import { tokenAnchorOf, tokenSuspectsOf } from './words/token.ts';

/** What is known of a result that is not an accepted login. */
export interface Failed {
  readonly cause: Cause;
  readonly verdict: Verdict;
  /** How the reply was judged, where a reply decided. */
  readonly reply: Judgement | undefined;
}

interface Circumstances {
  readonly warnings: readonly InputWarning[];
  /** Whether the failure is the one that was expected. */
  readonly passed: boolean;
}

/** What a failure means, what to do next, and where docs/troubleshooting.md says more. */
export function advise(
  failed: Failed,
  observation: Observation,
  { warnings, passed }: Circumstances,
): Pick<Diagnosis, 'meaning' | 'nextStep' | 'onGitHub' | 'anchor'> {
  const found = failed.reply?.found;
  const anchor = found?.isAdviceSafe ? found.row.id : (tokenAnchorOf(observation) ?? failed.cause);
  if (passed) return { ...EXPECTED_REFUSAL, anchor };
  const general = wordsOf(failed.cause, observation);
  const own = found?.isAdviceSafe ? ownWords(found, observation) : {};
  const words = [
    withSkip,
    withNumber,
    withAcceptance,
    withEncoding,
    withPlace,
    withProxy,
    withHygiene,
    withProof,
  ].reduce((said, add) => add(said, { failed, observation, warnings }), { ...general, ...own });
  return { ...words, anchor };
}

const EXPECTED_REFUSAL: Explanation = {
  meaning: 'The server rejected the credential, as "expect: rejected" asks: it no longer works.',
  nextStep: 'Nothing to do.',
};

function wordsOf(cause: Cause, observation: Observation): Explanation {
  return cause === 'none'
    ? { meaning: 'The server accepted the login.', nextStep: 'Nothing to do.' }
    : WORDS[cause](observation);
}

/** A row about passwords has nothing to say about tokens and certificates, unless it says so. */
function ownWords({ row }: Found, { account }: Observation): Partial<Explanation> {
  const { meaning, nextStep, tokenNextStep } = row;
  const { kind } = account.credential;
  if (kind === 'client-certificate') return {};
  if (kind !== 'password') {
    const step =
      typeof tokenNextStep === 'function' ? tokenNextStep(account.credential) : tokenNextStep;
    return step === undefined ? {} : { nextStep: step };
  }
  return { ...(meaning !== undefined && { meaning }), ...(nextStep !== undefined && { nextStep }) };
}

interface Facts {
  readonly failed: Failed;
  readonly observation: Observation;
  readonly warnings: readonly InputWarning[];
}

type Add = (words: Explanation, facts: Facts) => Explanation;

const withSkip: Add = (words, { observation: { skipped } }) =>
  skipped ? { ...words, meaning: wordSkipped(skipped) } : words;

/** A transient number under final words would make a reader wait. */
const withNumber: Add = (words, { failed, observation: { reply } }) => {
  const isOdd = failed.verdict === 'rejected' && reply && severityOf(reply) === 'transient';
  if (!isOdd) return words;
  return {
    ...words,
    meaning: `${words.meaning} Its code ${reply.code} says "temporary", but its words do not.`,
  };
};

/** After a 235 the first thing to know is that the login works. */
const withAcceptance: Add = (words, { observation: { acceptance } }) => {
  if (!acceptance) return words;
  return { ...words, meaning: `The login was accepted. ${words.meaning}` };
};

const CREDENTIAL_REFUSED: ReadonlySet<Cause> = new Set([
  'credential-refused',
  'wrong-credentials',
  'ambiguous-refusal',
]);

/** Servers store passwords in different encodings, and the check sends UTF-8 (RFC 4616 section 2). */
const withEncoding: Add = (words, { failed, observation: { account } }) => {
  if (account.credential.isAscii || !CREDENTIAL_REFUSED.has(failed.cause)) return words;
  const note =
    'The password has characters outside ASCII. It was sent as UTF-8, and many servers store another encoding: if it works elsewhere, try a password of ASCII characters only.';
  return { ...words, nextStep: `${words.nextStep} ${note}` };
};

const MAY_BE_THE_PLACE: ReadonlySet<Cause> = new Set([
  'credential-refused',
  'wrong-credentials',
  'connection-lost',
  'service-refused',
]);

/** Some providers block logins by country without saying so. */
const withPlace: Add = (words, { failed, observation }) => {
  const caution = providersOf(observation.account.host)[0]?.caution;
  if (caution === undefined || !MAY_BE_THE_PLACE.has(failed.cause)) return words;
  return { ...words, nextStep: `${words.nextStep} ${caution}` };
};

const ABOUT_THE_ADDRESS: ReadonlySet<Cause> = new Set([
  'client-address-refused',
  'connection-lost',
  'service-refused',
  'throttled',
]);

/** What a server holds against an address is about that of the proxy. */
const withProxy: Add = (words, { failed, observation: { account } }) =>
  account.proxy !== undefined && ABOUT_THE_ADDRESS.has(failed.cause)
    ? { ...words, nextStep: `${words.nextStep} ${ADDRESS_OF_PROXY}` }
    : words;

const ADDRESS_OF_PROXY =
  'The connection goes through a proxy: the server sees its address, not that of this machine.';

/** What the mail server judges; what a token is fetched with has worked by then. */
const JUDGED_BY_SERVER: readonly string[] = ['username', 'password', 'access-token'];
const MAY_BE_DAMAGED: ReadonlySet<Cause> = new Set([
  ...CREDENTIAL_REFUSED,
  'login-malformed',
  'access-token-refused',
]);

/** A stored secret that looks damaged is the first thing to look at when it is then rejected. */
const withHygiene: Add = (words, { failed, observation, warnings }) => {
  const judged = MAY_BE_DAMAGED.has(failed.cause) ? JUDGED_BY_SERVER : [];
  const suspects: readonly string[] = tokenSuspectsOf(observation) ?? judged;
  const remedy = warnings.find((one) => suspects.includes(one.input))?.remedy;
  if (remedy === undefined) return words;
  return { ...words, nextStep: `${remedy} Only then: ${words.nextStep}` };
};

const NO_PROOF = 'This is not proof that the credential is dead: it may still work.';

const withProof: Add = (words, { observation: { account, authSent } }) =>
  account.expect === 'rejected' && authSent
    ? { ...words, meaning: `${words.meaning} ${NO_PROOF}` }
    : words;
