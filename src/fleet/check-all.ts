import { setMaxListeners } from 'node:events';
import { loginKey } from '../model/login-key.ts';
import { hostKey } from '../model/account.ts';
import { checkHygiene } from '../diagnosis/hygiene.ts';
import { loadKnowledge } from '../diagnosis/knowledge.ts';
import { kindOf } from '../safety/fault.ts';
import { withoutDetail } from './compact.ts';
import { Hosts } from './hosts.ts';
import { notTried } from '../model/result.ts';
import { type Job, runPaced } from './pacer.ts';
import { checkWithRetries } from './retry.ts';
import type { Account } from '../model/account.ts';
import type { Result } from '../model/result.ts';

export interface FleetOptions {
  /** Checks at once. */
  readonly maxParallel: number;
  /** Checks at once at one host, whatever its ports. */
  readonly maxPerHost: number;
  /** Milliseconds between the starts of two checks at one host. */
  readonly gapMs: number;
  /** Hosts whose accounts are spread over several jobs, which share the host's limits. */
  readonly spread?: ReadonlyMap<string, number>;
  /** Cancels everything: what runs ends as `cancelled`, what waits is not tried. */
  readonly signal: AbortSignal;
  /** Told of every secret that comes into being, before it is used, so that a runner can mask it. */
  readonly onSecret?: (secret: string) => void;
  /** Told of an exception inside one check, our own fault; the account's result says `internal-error`. */
  readonly onFault?: (error: unknown) => void;
}

/** Where the run stands when a result is known. */
export interface Progress {
  readonly position: number;
  readonly done: number;
  readonly total: number;
}

/**
 * Checks accounts, many at once, and spares hosts that ask for it. An item that is a result already, such
 * as an entry with wrong inputs, keeps its place. Equal logins are checked once.
 *
 * @param onResult called as each result becomes known, with everything that is known of it; the results
 *   that are returned have lost the transcript and its kin, since thousands are held at once
 * @returns one result for each item, in their order; it never rejects
 */
export async function checkAll(
  items: readonly (Account | Result)[],
  options: FleetOptions,
  onResult: (result: Result, progress: Progress) => void = () => undefined,
): Promise<Result[]> {
  // Each check that runs listens to it; Node would take more than ten listeners for a leak and warn.
  setMaxListeners(0, options.signal);
  const results = new Array<Result>(items.length);
  let done = 0;
  const settle = (position: number, result: Result): void => {
    done += 1;
    results[position] = items.length === 1 ? result : withoutDetail(result);
    onResult(result, { position, done, total: items.length });
  };
  if (items.some((item) => 'verdict' in item)) await loadKnowledge();
  items.forEach((item, position) => {
    if ('verdict' in item) settle(position, item);
  });
  const logins = groupByLogin(items);
  const hosts = new Hosts(logins, options);
  const jobs = logins.map(({ account, same }): Job => ({
    host: hostKey(account.host),
    asksHost: () => !options.signal.aborted && !hosts.spare(account),
    run: async () => {
      const result = await checkOne(account, hosts, options);
      if (result.trouble) await loadKnowledge();
      for (const [position, twin] of same) settle(position, answerFor(twin, result));
      return { hostAnswered: result.verdict !== 'timeout' && result.verdict !== 'unreachable' };
    },
  }));
  await runPaced(jobs, hosts, options.signal);
  if (items.length > 1) (await import('../platform/heap.ts')).keepHeapAsItIs();
  return results;
}

interface Login {
  readonly account: Account;
  /** Every account that is this login, the first included, with its position in the list. */
  readonly same: [position: number, account: Account][];
}

function groupByLogin(items: readonly (Account | Result)[]): Login[] {
  const logins = new Map<string, Login>();
  items.forEach((item, position) => {
    if ('verdict' in item) return;
    const key = items.length === 1 ? '' : loginKey(item);
    const login = logins.get(key) ?? { account: item, same: [] };
    login.same.push([position, item]);
    logins.set(key, login);
  });
  return [...logins.values()];
}

async function checkOne(account: Account, hosts: Hosts, options: FleetOptions): Promise<Result> {
  if (options.signal.aborted) return notTried(account, 'cancelled', { problem: 'cancelled' });
  const spared = hosts.spare(account);
  if (spared) return spared;
  try {
    const mayRetry = (result: Result): boolean => hosts.learn(account, result);
    const result = await checkWithRetries(account, { ...options, mayRetry });
    hosts.conclude(result);
    return { ...result, inputWarnings: checkHygiene(account) };
  } catch (error) {
    options.onFault?.(error);
    return notTried(account, 'config', { problem: 'internal-error', detail: kindOf(error) });
  }
}

/** The answer to one login, as the answer for an account that is the same login. */
function answerFor({ expect, certificateWarnDays }: Account, result: Result): Result {
  return { ...result, account: { ...result.account, expect, certificateWarnDays } };
}
