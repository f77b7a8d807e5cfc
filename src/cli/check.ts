import { loadKnowledge } from '../diagnosis/knowledge.ts';
import { checkAll } from '../fleet/check-all.ts';
import { InputError, type InputProblem, parseAccount } from '../inputs/account.ts';
import { configResult } from '../inputs/invalid.ts';
import { ACCOUNT_DEFAULTS, type RawAccount, RUN_DEFAULTS } from '../inputs/names.ts';
import { makePlan, type Plan } from '../inputs/plan.ts';
import { parseRunOptions, type RunOptions } from '../inputs/run-options.ts';
import type { Account } from '../model/account.ts';
import type { Result } from '../model/result.ts';
import { framesOf } from '../safety/fault.ts';
import { printable } from '../safety/printable.ts';
import { type CheckOptions, UsageError, GivenUp, SECRET_INPUTS } from './options.ts';
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

/**
 * The account; when a password is all that it lacks and somebody sits at a terminal, they are asked.
 *
 * @throws InputError, UsageError, GivenUp
 */
export async function completeAccount(raw: RawAccount): Promise<Account> {
  try {
    return parseAccount(raw);
  } catch (error) {
    const { stdin, stderr } = process;
    if (!stdin.isTTY || !stderr.isTTY || !lacksOnlyPassword(raw, error)) throw error;
    const question = `Password for ${printable(raw.username)} at ${printable(raw.host)}: `;
    const { askSecret } = await import('./secrets.ts');
    const password = await askSecret(question, stdin, stderr);
    if (password === undefined) throw new GivenUp();
    if (password === '') throw new UsageError('The password is empty; nothing was sent.');
    return parseAccount({ ...raw, password });
  }
}

function lacksOnlyPassword(raw: RawAccount, error: unknown): boolean {
  if (!(error instanceof InputError) || raw.password !== '') return false;
  return error.problems.every(({ input }) => input === 'password');
}

/** What is wrong with the inputs, in the words of a command line; one line each. */
export function describeProblems(raw: RawAccount, problems: readonly InputProblem[]): string {
  const given = new Map(Object.entries(raw));
  const secrets: readonly string[] = SECRET_INPUTS;
  return problems
    .map(({ input, message }) => {
      const flag = secrets.includes(input) ? `--${input}-env` : `--${input}`;
      if (given.get(input) !== '') return `${flag}: ${printable(message)}.`;
      const others = input === 'password' ? ', or --password-stdin; only a terminal is asked' : '';
      return `${flag} is missing${others}.`;
    })
    .join('\n');
}
