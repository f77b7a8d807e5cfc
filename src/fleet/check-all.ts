import { setMaxListeners } from 'node:events';
import { diagnose } from '../diagnosis/diagnose.ts';
import { checkHygiene } from '../diagnosis/hygiene.ts';
import { type Account, hostKey } from '../model/account.ts';
import type { Checked } from '../model/diagnosis.ts';
import { loginKey } from '../model/login-key.ts';
import {
  type Observation,
  type ObservedFailure,
  notTried,
  subjectOf,
} from '../model/observation.ts';
import type { PlanItem } from '../model/plan-item.ts';
import { kindOf } from '../safety/fault.ts';
import type { Redacted } from '../safety/redact.ts';
import type { OnSecret } from '../safety/secrets.ts';
import { compact } from './compact.ts';
import { Hosts } from './hosts.ts';
import { type Job, runPaced } from './pacer.ts';
import { checkWithRetries } from './retry.ts';

export interface FleetOptions {
  /** Checks at once. */
  readonly maxParallel: number;
  /** Checks at once at one host, whatever its ports. */
  readonly maxPerHost: number;
  /** Milliseconds between the starts of two checks at one host. */
  readonly gapMs: number;
  /** Hosts whose accounts are spread over several jobs, which share the host's limits. */
  readonly spread?: ReadonlyMap<string, number>;
  /** Where a GitHub runner says how to get an OIDC token. */
  readonly environment: NodeJS.ProcessEnv;
  /** Cancels everything: what runs ends as `cancelled`, what waits is not tried. */
  readonly signal: AbortSignal;
  /** Told of every secret that comes into being, before it is used, so that a runner can mask it. */
  readonly onSecret?: OnSecret;
  /** Told of an exception inside one check, our own fault; the account's result says `internal-error`. */
  readonly onFault?: (error: unknown) => void;
}

/** Where the run stands when a result is known. */
export interface Progress {
  readonly position: number;
  readonly done: number;
  readonly total: number;
}

type OnResult = (result: Checked, progress: Progress) => void;

/**
 * Checks accounts, many at once, and leaves hosts alone that ask for it. An item with wrong inputs keeps its place.
 * Equal logins are checked once.
 *
 * @param onResult called as each result becomes known, with everything that is known of it; the results that are
 *   returned no longer carry transcript, stages and full reply, since thousands are held at once
 * @returns one result for each item, in their order; it never rejects
 */
export async function checkAll(
  items: readonly PlanItem[],
  options: FleetOptions,
  onResult: OnResult = () => undefined,
): Promise<Checked[]> {
  // Each check that runs listens to it; Node would report more than ten listeners as a leak.
  setMaxListeners(0, options.signal);
  const results = new Array<Checked>(items.length);
  let done = 0;
  const settle = (position: number, result: Checked): void => {
    done += 1;
    results[position] = items.length === 1 ? result : compact(result);
    onResult(result, { position, done, total: items.length });
  };
  for (const [position, item] of items.entries()) {
    if (item.kind === 'invalid') settle(position, await conclude(item.observation));
  }
  const logins = groupByLogin(items);
  const hosts = new Hosts(logins, options);
  const jobs = logins.map((login) => jobFor(login, hosts, options, settle));
  await runPaced(jobs, hosts, options.signal);
  return results;
}

interface Login {
  readonly account: Account;
  /** Every account that is this login, the first included, with its position in the list. */
  readonly same: [position: number, account: Account][];
}

function groupByLogin(items: readonly PlanItem[]): Login[] {
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

function jobFor(
  { account, same }: Login,
  hosts: Hosts,
  options: FleetOptions,
  settle: (position: number, result: Checked) => void,
): Job {
  return {
    host: hostKey(account.host),
    asksHost: () => !options.signal.aborted && !hosts.reasonToSkip(account),
    run: async () => {
      const result = await checkOne(account, hosts, options);
      for (const [position, twin] of same) settle(position, await answerFor(twin, result));
      const { verdict } = result.diagnosis;
      return { hostAnswered: verdict !== 'timeout' && verdict !== 'unreachable' };
    },
  };
}

async function checkOne(account: Account, hosts: Hosts, options: FleetOptions): Promise<Checked> {
  if (options.signal.aborted) return conclude(untried(account, { problem: 'cancelled' }));
  const skipped = hosts.reasonToSkip(account);
  if (skipped) return conclude(notTried(subjectOf(account), { skipped }));
  try {
    const inputWarnings = checkHygiene(account);
    const mayRetry = (result: Checked): boolean => hosts.learn(account, result);
    const result = await checkWithRetries(account, { ...options, inputWarnings, mayRetry });
    hosts.conclude(result);
    return result;
  } catch (error) {
    options.onFault?.(error);
    const detail = kindOf(error) as Redacted; // the name of a class of ours or of Node's
    return conclude(untried(account, { problem: 'internal-error', detail }));
  }
}

function untried(account: Account, failure: ObservedFailure): Observation {
  return notTried(subjectOf(account), { failure });
}

/** The result of an account that no attempt was made for. */
async function conclude(observation: Observation): Promise<Checked> {
  const diagnosis = await diagnose(observation);
  return { ...observation, diagnosis, earlierAttempts: [], inputWarnings: [] };
}

/** The answer to one login, as the answer for an account that is the same login and may expect another one. */
async function answerFor(twin: Account, result: Checked): Promise<Checked> {
  const { expect, certificateWarnDays } = twin;
  const { account, inputWarnings } = result;
  if (account.expect === expect && account.certificateWarnDays === certificateWarnDays)
    return result;
  const observation = { ...result, account: { ...account, expect, certificateWarnDays } };
  return { ...observation, diagnosis: await diagnose(observation, inputWarnings) };
}
