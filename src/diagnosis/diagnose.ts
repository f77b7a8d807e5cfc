import type { Account } from '../model/account.ts';
import type { InputWarning, Diagnosis } from '../model/diagnosis.ts';
import type { Observation } from '../model/observation.ts';
import { askedWith } from '../model/token-facts.ts';
import { endsTooSoon } from './certificate-lifetime.ts';
import type { Explanation } from './explanation.ts';
import { lookAhead } from './notices.ts';
import { revocationAdvice } from './revocation.ts';

/**
 * Judges one observation, once: verdict, cause, meaning, next step, and what may be done because of it. The knowledge
 * of replies is loaded when something failed, since most checks need none of it.
 *
 * @param warnings what looks wrong with the inputs
 */
export async function diagnose(
  observation: Observation,
  warnings: readonly InputWarning[] = [],
): Promise<Diagnosis> {
  const { acceptance, failure, skipped } = observation;
  const isAccepted = acceptance && !failure && !skipped;
  if (isAccepted && !endsTooSoon(observation)) return judgeAcceptance(observation);
  const { judgeFailure } = await loadKnowledge();
  return judgeFailure(observation, warnings);
}

/**
 * What looks wrong with the inputs of a login that was not accepted. One that was accepted proves that its credential is
 * right, whatever it looks like.
 */
export async function findInputWarnings(
  { acceptance }: Pick<Observation, 'acceptance'>,
  account: Account,
): Promise<InputWarning[]> {
  if (acceptance) return [];
  const { checkHygiene } = await loadKnowledge();
  return checkHygiene(account);
}

/** What only a login that was not accepted needs. */
type Knowledge = Pick<typeof import('./judge.ts'), 'judgeFailure'> &
  Pick<typeof import('./hygiene.ts'), 'checkHygiene'>;

let knowledge: Promise<Knowledge> | undefined;

/** Loads it, once. With many connections open, this process may be unable to open a file, so a list loads it first. */
export function loadKnowledge(): Promise<Knowledge> {
  return (knowledge ??= importKnowledge());
}

async function importKnowledge(): Promise<Knowledge> {
  const [{ judgeFailure }, { checkHygiene }] = await Promise.all([
    import('./judge.ts'),
    import('./hygiene.ts'),
  ]);
  return { judgeFailure, checkHygiene };
}

/** Law 1: the one place where `accepted` is made, from the proof of a complete 235. */
export function judgeAcceptance(observation: Observation): Diagnosis {
  const passed = observation.account.expect === 'accepted';
  return {
    verdict: 'accepted',
    cause: 'none',
    passed,
    ...(passed ? explainAcceptance(observation) : explainUnexpectedAcceptance(observation)),
    anchor: 'none',
    mayRetry: false,
    throttlesHost: false,
    provesDead: false,
    notices: lookAhead(observation, { isAccepted: true }),
  };
}

function explainAcceptance({ account, mechanism = '' }: Observation): Explanation {
  const { from, to, credential } = account;
  const what = CREDENTIAL_OF_MECHANISM.get(mechanism) ?? 'user name and password';
  const recipient = to === undefined ? '' : ` to ${to}`;
  const may = from === undefined ? '' : ` and lets this login send as ${from}${recipient}`;
  const how = askedWith(credential);
  const fetched = how === undefined ? '' : ` The token was fetched with ${how}.`;
  return {
    meaning: `The server accepted ${what}${may}.${fetched} No mail was sent.`,
    nextStep: 'Nothing to do.',
  };
}

/** What the login was made with, where that is not a password. */
const CREDENTIAL_OF_MECHANISM: ReadonlyMap<string, string> = new Map([
  ['XOAUTH2', 'the access token'],
  ['OAUTHBEARER', 'the access token'],
  ['EXTERNAL', 'the client certificate'],
]);

function explainUnexpectedAcceptance(observation: Observation): Explanation {
  return {
    meaning:
      'The server accepted the credential, but "expect: rejected" wants it dead: it can still be used.',
    nextStep: revocationAdvice(observation),
  };
}
