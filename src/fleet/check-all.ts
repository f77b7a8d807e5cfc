import { setMaxListeners } from 'node:events';
import { hostKey } from '../model/account.ts';
import { loadKnowledge } from '../diagnosis/diagnose.ts';
import { secretsOf } from '../model/account-secrets.ts';
import type { Checked } from '../model/diagnosis.ts';
import type { PlanItem } from '../model/plan-item.ts';
import { Watchdog } from '../platform/watchdog.ts';
import { Hosts } from './hosts.ts';
import { Ledger, type OnResult } from './ledger.ts';
import {
  answerFor,
  checkLogin,
  conclude,
  concludeUnknown,
  groupByLogin,
  hideSecrets,
  type Login,
  type LoginOptions,
} from './login.ts';
import type { Job } from './lanes.ts';
import { runPaced } from './pacer.ts';

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

/**
 * Checks accounts, many at once, and leaves hosts alone that ask for it. An item with wrong inputs keeps its place.
 * Equal logins are checked once.
 *
 * @param onResult called as each result becomes known, with everything that is known of it; the results that are
 *   returned no longer carry transcript, stages and full reply, since thousands are held at once
 * @returns one result for each item, in their order; it never rejects, and ends even when one of its promises never
 *   settles: what is not known by then has the cause `internal-error`
 */
export async function checkAll(
  items: readonly PlanItem[],
  options: FleetOptions,
  onResult: OnResult = () => undefined,
): Promise<Checked[]> {
  // Each check that runs listens to it; Node would report more than ten listeners as a leak.
  setMaxListeners(0, options.signal);
  const logins = groupByLogin(items);
  const hosts = new Hosts(logins, options);
  const watchdog = new Watchdog(longestSilence(logins, hosts));
  const ledger = new Ledger(items.length, (result, progress) => {
    watchdog.feed();
    onResult(result, progress);
  });
  try {
    await Promise.race([settleAll(items, logins, { hosts, options, ledger }), watchdog.stalled]);
  } catch (error) {
    options.onFault?.(error);
  } finally {
    watchdog.stop();
  }
  for (const position of ledger.unknown()) {
    const item = items[position];
    if (item) ledger.settle(position, concludeUnknown(item, options.secrets));
  }
  return ledger.results;
}

/** Milliseconds without any result that a run without faults can have: one whole check, and the gaps around it. */
function longestSilence(logins: readonly Login[], hosts: Hosts): number {
  let timeoutMs = 0;
  let gapMs = 0;
  for (const { account } of logins) {
    timeoutMs = Math.max(timeoutMs, account.timeoutMs);
    gapMs = Math.max(gapMs, hosts.gapMs(hostKey(account.host)));
  }
  return timeoutMs + 2 * gapMs;
}

interface Tools {
  readonly hosts: Hosts;
  readonly options: FleetOptions;
  readonly ledger: Ledger;
}

async function settleAll(
  items: readonly PlanItem[],
  logins: readonly Login[],
  tools: Tools,
): Promise<void> {
  const { hosts, options, ledger } = tools;
  const { secrets, signal } = options;
  // Before anything is sent: a server may repeat the secret of an account whose turn comes later.
  for (const { account } of logins) secrets.forAccount(secretsOf(account));
  for (const [position, item] of items.entries()) {
    if (item.kind !== 'invalid') continue;
    ledger.settle(position, await conclude(hideSecrets(item.observation, secrets)));
  }
  // With hundreds of connections this process may be able to open no more files.
  if (logins.length > 1) await loadKnowledge();
  const jobs = logins.map((login) => jobFor(login, tools));
  await runPaced(jobs, hosts, signal);
}

function jobFor({ account, same }: Login, { hosts, options, ledger }: Tools): Job {
  return {
    host: hostKey(account.host),
    asksHost: () => !options.signal.aborted && !hosts.reasonToSkip(account),
    run: async () => {
      const result = await checkLogin(account, hosts, options);
      for (const [position, twin] of same) {
        const own = twin === account ? result : await answerFor(twin, result, options.secrets);
        ledger.settle(position, own);
      }
      const { verdict } = result.diagnosis;
      return { hostAnswered: verdict !== 'timeout' && verdict !== 'unreachable' };
    },
  };
}
