import { checkAll } from '../fleet/check-all.ts';
import { observeInvalid } from '../inputs/invalid.ts';
import { ACCOUNT_DEFAULTS, type RawAccount, RUN_DEFAULTS } from '../inputs/names.ts';
import type { Naming } from '../inputs/naming.ts';
import { parseAccount } from '../inputs/parse-account.ts';
import { makePlan, type Plan, refuseNothing } from '../inputs/plan.ts';
import { InputError } from '../inputs/reader.ts';
import { parseRunOptions, type RunOptions } from '../inputs/run-options.ts';
import type { Account } from '../model/account.ts';
import type { Checked } from '../model/diagnosis.ts';
import type { InputFault } from '../model/failure.ts';
import { MAX_SENTENCE } from '../report/wording.ts';
import { framesOf, printable } from '../safety/printable.ts';
import { Secrets } from '../safety/secrets.ts';
import { flagNaming, inFlags } from './flag-naming.ts';
import type { CliOptions } from './options.ts';
import { complain } from './print.ts';
import { readSecrets, readStandardInput } from './secret-sources.ts';
import { GivenUp, UsageError } from './usage.ts';

/** What a command line asked for, and what came of it. */
export interface Outcome {
  readonly results: readonly Checked[];
  /** Undefined when the flags of the run are wrong, so that nobody knows what is wanted. */
  readonly run?: RunOptions;
}

/** Who wants to see what happens. */
export interface Watcher {
  /** Called when everything is asked and read, just before the first connection. */
  readonly onStart: (total: number) => void;
  /** Called as each result becomes known, the ones with wrong inputs included. */
  readonly onResult: (result: Checked) => void;
}

/**
 * Checks the account of the flags, or the accounts of a list.
 *
 * @throws UsageError, GivenUp
 */
export async function checkAsAsked(
  options: CliOptions,
  signal: AbortSignal,
  watcher: Watcher,
): Promise<Outcome> {
  const naming = flagNaming(options);
  let raw: RawAccount = { ...ACCOUNT_DEFAULTS, ...options.given };
  let run: RunOptions | undefined;
  let planned: Plan;
  try {
    raw = { ...raw, ...(await readSecrets(options, naming, signal)) };
    run = parseRunOptions({ ...RUN_DEFAULTS, ...options.run }, naming);
    planned = await plan(raw, run, naming);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const observation = observeInvalid(raw, error);
    if (options.output !== 'json') throw new UsageError(sentences(observation.failure?.faults));
    planned = { items: [{ kind: 'invalid', observation }], spread: new Map() };
  }
  const { items, spread } = planned;
  watcher.onStart(items.length);
  const onFault = options.output === 'verbose' ? showFault : () => undefined;
  const { maxParallel = 1, maxPerHost = 1, gapMs = 0 } = run ?? {};
  const limits = { maxParallel, maxPerHost, gapMs, spread };
  const tools = { environment: process.env, signal, onFault, secrets: new Secrets() };
  const spoken = (result: Checked): Checked => inFlags(result, naming);
  const results = await checkAll(items, { ...limits, ...tools }, (result) => {
    watcher.onResult(spoken(result));
  });
  const outcome = { results: results.map(spoken) };
  return run ? { ...outcome, run } : outcome;
}

/** One line for each. */
function sentences(faults: readonly InputFault[] = []): string {
  return faults.map(({ message }) => printable(message, MAX_SENTENCE)).join('\n');
}

function showFault(error: unknown): void {
  complain(framesOf(error).join('\n'));
}

/** A list is never completed by asking: one question would not be enough. */
async function plan(raw: RawAccount, run: RunOptions, naming: Naming): Promise<Plan> {
  if (run.accounts === undefined) {
    refuseNothing(raw, naming);
    const account = await completeAccount(raw, naming);
    return { items: [{ kind: 'account', account }], spread: new Map() };
  }
  return makePlan(raw, run, {
    naming,
    environment: process.env,
    standardInput: (maxBytes) =>
      readStandardInput(maxBytes, '--accounts - expects a pipe or a file as standard input.'),
    // Nothing is to be masked: outside a runner a mask command would print the secret.
    onCredential: () => undefined,
    onVariables: (names) => {
      names.forEach((name) => Reflect.deleteProperty(process.env, name));
    },
  });
}

/**
 * The account; when a password is all that it lacks and somebody sits at a terminal, they are asked.
 *
 * @throws InputError, UsageError, GivenUp
 */
async function completeAccount(raw: RawAccount, naming: Naming): Promise<Account> {
  try {
    return parseAccount(raw, naming);
  } catch (error) {
    const { stdin, stderr } = process;
    if (!stdin.isTTY || !stderr.isTTY || !lacksOnlyPassword(raw, error)) throw error;
    const question = `Password for ${printable(raw.username)} at ${printable(raw.host)}: `;
    const { askSecret } = await import('./prompt.ts');
    const password = await askSecret(question, stdin, stderr);
    if (password === undefined) throw new GivenUp();
    if (password === '') throw new UsageError('The password is empty; nothing was sent.');
    return parseAccount({ ...raw, password }, naming);
  }
}

function lacksOnlyPassword(raw: RawAccount, error: unknown): boolean {
  if (!(error instanceof InputError) || raw.password !== '') return false;
  return error.faults.every(({ input }) => input === 'password');
}
