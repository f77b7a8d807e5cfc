import { diagnose } from '../diagnosis/diagnose.ts';
import { INTERNAL_ERROR } from '../diagnosis/explanation.ts';
import { secretsOf } from '../model/account-secrets.ts';
import type { Account } from '../model/account.ts';
import type { Checked } from '../model/diagnosis.ts';
import { type Observation, notTried } from '../model/observation.ts';
import { loginKey, type PlanItem } from '../model/plan-item.ts';
import { type Subject, subjectOf } from '../model/subject.ts';
import { kindOf } from '../safety/printable.ts';
import type { Redacted } from '../safety/redact.ts';
import type { Secrets } from '../safety/secrets.ts';
import type { Hosts } from './hosts.ts';
import { checkWithRetries } from './retry.ts';

/** One login, and every account that is this login. */
export interface Login {
  readonly account: Account;
  /** Each account with its position in the list, the first one included. */
  readonly same: [position: number, account: Account][];
}

/** Equal logins are checked once. */
export function groupByLogin(items: readonly PlanItem[]): Login[] {
  const logins = new Map<string, Login>();
  items.forEach((item, position) => {
    if (item.kind === 'invalid') return;
    const { account } = item;
    const key = items.length === 1 ? '' : loginKey(account);
    const login = logins.get(key) ?? { account, same: [] };
    login.same.push([position, account]);
    logins.set(key, login);
  });
  return [...logins.values()];
}

/** What every login of a run is checked with. */
export interface LoginOptions {
  /** Where a GitHub runner says how to get an OIDC token. */
  readonly environment: NodeJS.ProcessEnv;
  /** Cancels everything: what runs ends as `cancelled`, what waits is not tried. */
  readonly signal: AbortSignal;
  /** What no text may show, whichever account's reply it is in. */
  readonly secrets: Secrets;
  /** Told of an exception inside one check, our own fault; the account's result says `internal-error`. */
  readonly onFault?: (error: unknown) => void;
}

/** Checks one login, unless its host is to be left alone. It never rejects, whatever goes wrong in this program. */
export async function checkLogin(
  account: Account,
  hosts: Hosts,
  options: LoginOptions,
): Promise<Checked> {
  const finish = await hosts.begin(account);
  const notTriedWith = (facts: Parameters<typeof notTried>[1]): Promise<Checked> =>
    conclude(notTried(subjectToShow(account, options.secrets), facts));
  try {
    if (options.signal.aborted) {
      return await notTriedWith({ failure: { problem: 'cancelled' } });
    }
    const skipped = hosts.reasonToSkip(account);
    if (skipped) return await notTriedWith({ skipped });
    const mayRetry = (result: Checked): boolean => hosts.learn(account, result);
    const result = await checkWithRetries(account, { ...options, mayRetry });
    hosts.conclude(account, result);
    return result;
  } catch (error) {
    options.onFault?.(error);
    const detail = kindOf(error) as Redacted; // the name of a class of ours or of Node's
    return await notTriedWith({ failure: { problem: 'internal-error', detail } });
  } finally {
    finish();
  }
}

/** The account as a report may show it where nothing was tried. */
function subjectToShow(account: Account, secrets: Secrets): Subject {
  const { redactFact } = secrets.forAccount(secretsOf(account));
  return subjectOf(account, redactFact);
}

/** Where an entry is wrong, another account's secret may stand in the wrong place. */
export function hideSecrets(observation: Observation, secrets: Secrets): Observation {
  const { redactFact } = secrets.forAccount([]);
  const { account, failure } = observation;
  const faults = failure?.faults?.map((fault) => {
    return { ...fault, message: redactFact(fault.message) };
  });
  const [host, username] = [redactFact(account.host), redactFact(account.username)];
  return {
    ...observation,
    account: { ...account, host, username },
    ...(failure && { failure: { ...failure, ...(faults && { faults }) } }),
  };
}

/** The result of an item whose check did not end, which is a fault of ours: each has a deadline of its own. */
export function concludeUnknown(item: PlanItem, secrets: Secrets): Checked {
  const subject =
    item.kind === 'account'
      ? subjectToShow(item.account, secrets)
      : hideSecrets(item.observation, secrets).account;
  const detail = 'the check did not end' as Redacted; // our own words
  const observation = notTried(subject, { failure: { problem: 'internal-error', detail } });
  return { ...observation, diagnosis: INTERNAL_ERROR, earlierAttempts: [], inputWarnings: [] };
}

/** The result of an account that no attempt was made for. */
export async function conclude(observation: Observation): Promise<Checked> {
  const diagnosis = await diagnose(observation);
  return { ...observation, diagnosis, earlierAttempts: [], inputWarnings: [] };
}

/** What the judgement depends on and two accounts of one login can have different. */
const JUDGED_BY = ['expect', 'certificateWarnDays', 'certificateFailDays'] as const;

/** The answer to one login, as the answer for an account that is the same login and may expect another one. */
export async function answerFor(
  twin: Account,
  result: Checked,
  secrets: Secrets,
): Promise<Checked> {
  const { account, inputWarnings } = result;
  const own = { ...result, account: subjectToShow(twin, secrets) };
  const isSame = JUDGED_BY.every((name) => account[name] === own.account[name]);
  return isSame ? own : { ...own, diagnosis: await diagnose(own, inputWarnings) };
}
