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
import { nearest } from '../platform/nearest.ts';
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
}

/** Reads the inputs of action.yml, unjudged, and masks the secrets before anything can print them. */
export function readInputs(): RawInputs {
  const account = read(ACCOUNT_DEFAULTS);
  const run = read(RUN_DEFAULTS);
  maskCredential(account);
  mask(run['github-token']);
  forgetVariables(FORGOTTEN.map((name) => `INPUT_${name.toUpperCase()}`));
  return { account, run, naming: nameInputs(unknownInputs()) };
}

function read<T extends AccountInput | RunInput>(
  defaults: Readonly<Record<T, string>>,
): Readonly<Record<T, string>> {
  const names = Object.keys(defaults) as T[];
  return Object.fromEntries(
    names.map((name) => [name, core.getInput(name, { trimWhitespace: !UNTRIMMED.has(name) })]),
  ) as Record<T, string>;
}

/** The runner hands over inputs that there are not, and warns of them in a place where nobody looks. */
function unknownInputs(): string[] {
  return Object.keys(process.env)
    .flatMap((name) => /^INPUT_(.+)$/.exec(name)?.[1]?.toLowerCase() ?? [])
    .filter((name) => !Object.hasOwn(ACCOUNT_DEFAULTS, name) && !Object.hasOwn(RUN_DEFAULTS, name));
}

/** An input that is missing is told with the one that the step sets in its place. */
function nameInputs(unknown: readonly string[]): Naming {
  return {
    ...ACTION_NAMING,
    absent(input) {
      const given = nearest(input, unknown);
      if (given === undefined) return ACTION_NAMING.absent(input);
      return `is not set. The step sets "${given}", which is not an input of this action`;
    },
  };
}

/** Takes variables with credentials away from everything that starts or runs later in this process. */
export function forgetVariables(names: readonly string[]): void {
  names.forEach((name) => Reflect.deleteProperty(process.env, name));
}
