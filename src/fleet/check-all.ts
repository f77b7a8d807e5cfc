import { setMaxListeners } from 'node:events';
import { hostKey } from '../model/account.ts';
import { secretsOf } from '../model/account-secrets.ts';
import type { Checked } from '../model/diagnosis.ts';
import type { Observation } from '../model/observation.ts';
import type { PlanItem } from '../model/plan-item.ts';
import type { AccountSecrets } from '../safety/secrets.ts';
import { compact } from './compact.ts';
import { Hosts } from './hosts.ts';
import {
  answerFor,
  checkLogin,
  conclude,
  groupByLogin,
  type Login,
  type LoginOptions,
} from './login.ts';
import { type Job, runPaced } from './pacer.ts';

export interface FleetOptions extends LoginOptions {
  /** Checks at once. */
  readonly maxParallel: number;
  /** Checks at once at one host, whatever its ports. */
  readonly maxPerHost: number;
  /** Milliseconds between the starts of two checks at one host. */
  readonly gapMs: number;
  /** Hosts whose accounts are spread over several jobs, which share the host's limits. */
  readonly spread?: ReadonlyMap<string, number>;
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
  const logins = groupByLogin(items);
  // Before anything is sent: a server may repeat the secret of an account whose turn comes later.
  for (const { account } of logins) options.secrets.forAccount(secretsOf(account));
  for (const [position, item] of items.entries()) {
    if (item.kind !== 'invalid') continue;
    settle(position, await conclude(hideSecrets(item.observation, options.secrets.forAccount([]))));
  }
  const hosts = new Hosts(logins, options);
  const jobs = logins.map((login) => jobFor(login, hosts, options, settle));
  await runPaced(jobs, hosts, options.signal);
  return results;
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
      const result = await checkLogin(account, hosts, options);
      for (const [position, twin] of same) settle(position, await answerFor(twin, result));
      const { verdict } = result.diagnosis;
      return { hostAnswered: verdict !== 'timeout' && verdict !== 'unreachable' };
    },
  };
}

/** Where an entry is wrong, another account's secret may stand in the wrong place. */
function hideSecrets(observation: Observation, { redactFact }: AccountSecrets): Observation {
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
