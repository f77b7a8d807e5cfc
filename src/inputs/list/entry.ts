import type { InputFault, InputFaultKind } from '../../model/input-fault.ts';
import { nearest } from '../../platform/nearest.ts';
import {
  ACCOUNT_DEFAULTS,
  type AccountInput,
  CREDENTIAL_INPUTS,
  type RawAccount,
} from '../names.ts';
import { entryNaming, type Naming } from '../naming.ts';
import { sentence, ValueError } from '../reader.ts';
import type { RawEntry, RawValue } from './yaml.ts';

export interface EntryContext {
  /** What holds where neither the entry nor `defaults` says otherwise. */
  readonly base: RawAccount;
  /** Where `password-env` and the like are looked up. */
  readonly environment: Readonly<NodeJS.ProcessEnv>;
}

/** One entry, with its credential filled in and not yet judged. */
export interface ListEntry {
  readonly raw: RawAccount;
  /** How messages call its keys. */
  readonly naming: Naming;
  readonly faults: readonly InputFault[];
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

/** @param number the entry's place in the list, from 1 */
export function fillIn(
  entry: RawEntry,
  number: number,
  { base, environment }: EntryContext,
): ListEntry {
  const raw: Record<AccountInput, string> = { ...base };
  const faults: InputFault[] = [];
  const variables: string[] = [];
  const keys = new Map<string, string>();
  const naming = entryNaming(number, keys);
  for (const [key, value] of entry) {
    const credential = CREDENTIAL_INPUTS.find((name) => variableKey(name) === key);
    try {
      if (credential && entry.has(credential)) throw new ValueError('conflict', BOTH);
      const text = readText(key, value);
      if (credential) {
        keys.set(credential, key);
        raw[credential] = readVariable(text, environment);
        variables.push(text);
      } else raw[key as AccountInput] = text;
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      faults.push(faultOf(key, credential, error));
    }
  }
  return { raw, naming, faults, variables };

  function faultOf(
    key: string,
    credential: Credential | undefined,
    { kind, predicate }: ValueError,
  ): InputFault {
    const words = typeof predicate === 'string' ? predicate : predicate(naming);
    const message = sentence(`Entry ${number}, key "${key}"`, words);
    return { input: credential ?? key, kind, message };
  }
}

const BOTH = 'gives a value that the entry gives directly as well; keep one of the two';

/** POSIX.1-2017, Base Definitions, section 8.1; a `$` or `${{ }}` around the name is the usual slip. */
const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

function readVariable(variable: string, environment: EntryContext['environment']): string {
  const value = environment[variable] ?? '';
  if (value !== '') return value;
  const state = environment[variable] === undefined ? 'not set' : 'empty';
  throw new ValueError(
    'missing',
    `names the environment variable ${variable}, which is ${state}. On GitHub, give it to this step with "env:"`,
  );
}

/** The text of a value; whether it fits its input is judged later. */
function readText(key: string, { text, kind }: RawValue): string {
  const isVariable = CREDENTIAL_INPUTS.some((name) => variableKey(name) === key);
  if (!isVariable && !isInput(key)) throw new ValueError('unknown', unknownKey(key));
  if (kind === 'structure') throw refused('is a list or a map; give one value');
  if (kind === 'empty') throw refused('has no value; give one, or leave the key out', 'missing');
  if (isVariable) {
    if (VARIABLE_NAME.test(text)) return text;
    throw refused('is not the name of an environment variable');
  }
  // YAML reads 0123 as 123 and 1e3 as 1000: what is not a number by its nature would arrive changed.
  const isNumeric = isInput(key) && /^\d+$/.test(ACCOUNT_DEFAULTS[key]);
  const isCredential = CREDENTIAL_INPUTS.includes(key as Credential);
  if ((kind === 'number' && !isNumeric) || (kind === 'boolean' && isCredential)) {
    throw refused(`is a ${kind} to YAML; put it in quotes`);
  }
  return text;
}

function refused(words: string, kind: InputFaultKind = 'invalid'): ValueError {
  return new ValueError(kind, words);
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
  if (meant !== undefined) return `does not exist. Did you mean "${meant}"?`;
  return 'does not exist. The keys are the names of the inputs, and those of secrets followed by "-env", such as "password-env"';
}
