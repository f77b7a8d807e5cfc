import {
  ACCOUNT_DEFAULTS,
  type AccountInput,
  CREDENTIAL_INPUTS,
  type RawAccount,
} from '../names.ts';
import type { InputProblem } from '../account.ts';
import { nearest } from '../../platform/nearest.ts';
import type { RawEntry, RawValue } from './yaml.ts';

export interface EntryContext {
  /** What holds where neither the entry nor `defaults` says otherwise. */
  readonly base: RawAccount;
  /** Where `password-env` and its kin look. */
  readonly environment: Readonly<NodeJS.ProcessEnv>;
}

/** One entry, with its credential filled in and not yet judged. */
export interface ListEntry {
  readonly raw: RawAccount;
  readonly problems: readonly InputProblem[];
  readonly variables: readonly string[];
}

/** The entry's keys win; a credential of its own replaces the other form of it as well. */
export function merge(defaults: RawEntry, entry: RawEntry): RawEntry {
  const isReplaced = (key: string): boolean =>
    CREDENTIAL_INPUTS.some(
      (name) =>
        (key === name || key === variableKey(name)) &&
        (entry.has(name) || entry.has(variableKey(name))),
    );
  return new Map([...[...defaults].filter(([key]) => !isReplaced(key)), ...entry]);
}

type Credential = (typeof CREDENTIAL_INPUTS)[number];

/** `password` → `password-env` */
export function variableKey(name: Credential): `${Credential}-env` {
  return `${name}-env`;
}

export function fillIn(entry: RawEntry, { base, environment }: EntryContext): ListEntry {
  const raw: Record<AccountInput, string> = { ...base };
  const problems: InputProblem[] = [];
  const variables: string[] = [];
  for (const [key, value] of entry) {
    const credential = CREDENTIAL_INPUTS.find((name) => variableKey(name) === key);
    const message = credential && entry.has(credential) ? BOTH : valueFault(key, value);
    if (message !== undefined) problems.push({ input: key, message });
    else if (!credential) raw[key as AccountInput] = value.text;
    else {
      raw[credential] = environment[value.text] ?? '';
      if (raw[credential] === '') {
        problems.push({ input: credential, message: unset(value.text, environment) });
      } else variables.push(value.text);
    }
  }
  return { raw, problems, variables };
}

const BOTH = 'the entry gives this value directly as well; keep one of the two';

/** POSIX.1-2017, Base Definitions, section 8.1; a `$` or `${{ }}` around the name is the usual slip. */
const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

function unset(variable: string, environment: EntryContext['environment']): string {
  const state = environment[variable] === undefined ? 'not set' : 'empty';
  return `is empty: the environment variable ${variable} is ${state}. On GitHub, give it to this step with "env:"; a secret is empty there when its name is misspelt, and in runs for pull requests from forks and from Dependabot`;
}

/** What is wrong with the way a value is written; whether it fits its input is judged later. */
function valueFault(key: string, { text, kind }: RawValue): string | undefined {
  const isVariable = CREDENTIAL_INPUTS.some((name) => variableKey(name) === key);
  if (!isVariable && !isInput(key)) return unknownKey(key);
  if (kind === 'structure') return 'is a list or a map; give one value';
  if (kind === 'empty') return 'has no value; give one, or leave the key out';
  if (isVariable) {
    return VARIABLE_NAME.test(text) ? undefined : 'is not the name of an environment variable';
  }
  // YAML reads 0123 as 123 and 1e3 as 1000: what is not a number by its nature would arrive changed.
  const isNumeric = isInput(key) && /^\d+$/.test(ACCOUNT_DEFAULTS[key]);
  const isCredential = CREDENTIAL_INPUTS.includes(key as Credential);
  if ((kind === 'number' && !isNumeric) || (kind === 'boolean' && isCredential)) {
    return `is a ${kind} to YAML; put it in quotes, so that it is taken as written`;
  }
  return undefined;
}

function isInput(key: string): key is AccountInput {
  return Object.hasOwn(ACCOUNT_DEFAULTS, key);
}

const KEYS = [...Object.keys(ACCOUNT_DEFAULTS), ...CREDENTIAL_INPUTS.map(variableKey)];

/** The key that was meant by one that there is not. */
export function meantKey(key: string): string | undefined {
  return KEYS.includes(key) ? undefined : nearest(key, KEYS);
}

function unknownKey(key: string): string {
  const meant = meantKey(key);
  if (meant !== undefined) return `there is no such key; is "${meant}" meant?`;
  return 'there is no such key. The keys are the names of the inputs, and those of secrets with "-env" behind them, such as "password-env"';
}
