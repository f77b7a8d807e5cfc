import { ACCOUNT_DEFAULTS, type RawAccount } from '../account-inputs.ts';
import { InputError } from '../accounts.ts';
import { configResult } from '../config-result.ts';
import { loadKnowledge } from '../diagnosis/knowledge.ts';
import { framesOf } from '../fault.ts';
import { checkAll } from '../fleet.ts';
import { makePlan, type Plan } from '../fleet/plan.ts';
import { RUN_DEFAULTS } from '../run-inputs.ts';
import { parseRunOptions, type RunOptions } from '../run-options.ts';
import type { Result } from '../smtp/result.ts';
import { completeAccount, describeProblems } from './account.ts';
import { type CheckOptions, UsageError } from './options.ts';
import { readSecrets } from './secrets.ts';

/** What a command line asked for, and what came of it. */
export interface Outcome {
  readonly results: readonly Result[];
  /** Undefined when the flags of the run are wrong, so that nobody knows what is wanted. */
  readonly run?: RunOptions;
}

/** Who wants to see what happens. */
export interface Watcher {
  /** Called when everything is asked and read, just before the first connection. */
  readonly onStart: (total: number) => Promise<void>;
  /** Called as each result becomes known, the ones with wrong inputs included. */
  readonly onResult: (result: Result) => void;
}

/**
 * Checks the account of the flags, or the accounts of a list.
 *
 * @throws UsageError, GivenUp
 */
export async function checkAsAsked(
  options: CheckOptions,
  signal: AbortSignal,
  watcher: Watcher,
): Promise<Outcome> {
  const secrets = await readSecrets(options);
  const raw: RawAccount = { ...ACCOUNT_DEFAULTS, ...options.given, ...secrets };
  try {
    const run = parseRunOptions({ ...RUN_DEFAULTS, ...options.run });
    const { maxParallel, maxPerHost, gapMs } = run;
    const { items, spread } = await plan(raw, run);
    const onFault = options.output === 'verbose' ? showFault : () => undefined;
    await watcher.onStart(items.length);
    const limits = { maxParallel, maxPerHost, gapMs, spread, signal, onFault };
    return { results: await checkAll(items, limits, watcher.onResult), run };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (options.output !== 'json') throw new UsageError(describeProblems(raw, error.problems));
    await loadKnowledge();
    return { results: [configResult(raw, error)] };
  }
}

function showFault(error: unknown): void {
  process.stderr.write(framesOf(error).join('\n') + '\n');
}

/** A list is never completed by asking: one question would not be enough. */
async function plan(raw: RawAccount, run: RunOptions): Promise<Plan> {
  if (run.accounts === undefined) return { items: [await completeAccount(raw)], spread: new Map() };
  return makePlan(raw, run, {
    environment: process.env,
    // Nothing is to be masked: outside a runner a mask command would print the secret.
    onCredential: () => undefined,
    onVariables: (names) => {
      names.forEach((name) => Reflect.deleteProperty(process.env, name));
    },
  });
}
