import * as core from '@actions/core';
import {
  ACCOUNT_DEFAULTS,
  type AccountInput,
  CREDENTIAL_INPUTS,
  type RawAccount,
  type RawRun,
  RUN_DEFAULTS,
  type RunInput,
  SECRET_INPUTS,
} from '../inputs/names.ts';
import { ACTION_NAMING, type Naming } from '../inputs/naming.ts';
import { didYouMean, findMeant } from '../inputs/meant.ts';
import { quote } from '../inputs/values.ts';
import { printable } from '../safety/printable.ts';
import { mask, maskCredential } from './masking.ts';

/** Sent exactly as given, so that a space at either end has to survive the reading. */
const UNTRIMMED: ReadonlySet<AccountInput | RunInput> = new Set([...CREDENTIAL_INPUTS, 'accounts']);

/** What nothing that this process starts or prints needs again once it has been read. */
const FORGOTTEN = [...SECRET_INPUTS, 'accounts', 'github-token'] as const;

export interface RawInputs {
  readonly account: RawAccount;
  readonly run: RawRun;
  /** How messages call the inputs. */
  readonly naming: Naming;
  /** What the step sets without any effect: a sentence for each. */
  readonly warnings: readonly string[];
}

/** Reads the inputs of action.yml, unjudged, and masks the secrets before anything can print them. */
export function readInputs(): RawInputs {
  const account = read(ACCOUNT_DEFAULTS);
  const run = read(RUN_DEFAULTS);
  maskCredential(account);
  mask(run['github-token']);
  forgetVariables(FORGOTTEN.map((name) => `INPUT_${name.toUpperCase()}`));
  const unknown = unknownInputs();
  return { account, run, naming: nameInputs(unknown), warnings: unknown.map(warnOfUnknown) };
}

function read<T extends AccountInput | RunInput>(
  defaults: Readonly<Record<T, string>>,
): Readonly<Record<T, string>> {
  const names = Object.keys(defaults) as T[];
  return Object.fromEntries(
    names.map((name) => [name, core.getInput(name, { trimWhitespace: !UNTRIMMED.has(name) })]),
  ) as Record<T, string>;
}

const INPUTS: readonly string[] = [...Object.keys(ACCOUNT_DEFAULTS), ...Object.keys(RUN_DEFAULTS)];

/** The runner hands over inputs that do not exist, and warns of them in a place where nobody looks. */
function unknownInputs(): string[] {
  return Object.keys(process.env)
    .flatMap((name) => /^INPUT_([^]+)$/.exec(name)?.[1]?.toLowerCase() ?? [])
    .filter((name) => !INPUTS.includes(name));
}

function warnOfUnknown(name: string): string {
  const meant = didYouMean(name, INPUTS, (input) => `"${input}"`);
  return `The step sets "${printable(name)}", which is not an input of this action and has no effect.${meant}`;
}

/** An input that is missing is told with the one that the step sets in its place. */
function nameInputs(unknown: readonly string[]): Naming {
  return {
    ...ACTION_NAMING,
    absent(input) {
      const given = unknown.find((name) => findMeant(name, INPUTS).includes(input));
      if (given === undefined) return ACTION_NAMING.absent(input);
      return `is not set. The step sets ${quote(given)}, which is not an input of this action; rename it`;
    },
  };
}

/** Takes variables with credentials away from everything that starts or runs later in this process. */
export function forgetVariables(names: readonly string[]): void {
  names.forEach((name) => Reflect.deleteProperty(process.env, name));
}
