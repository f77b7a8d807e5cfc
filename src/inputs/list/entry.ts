import type { InputFault } from '../../model/failure.ts';
import { didYouMean, findMeant, isKnownWord } from '../meant.ts';
import {
  ACCOUNT_DEFAULTS,
  type AccountInput,
  CREDENTIAL_INPUTS,
  PROXY_LOGIN_INPUTS,
  type RawAccount,
  SECRET_INPUTS,
} from '../names.ts';
import { entryNaming, type Naming } from '../naming.ts';
import { invalid, ValueError } from '../reader.ts';
import { readVariable, readSecretFile } from '../stored-text.ts';
import { quote } from '../values.ts';
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
  /** Inputs that a faulty key was meant to give, and so are not missed as well. */
  readonly spoken: ReadonlySet<string>;
  readonly variables: readonly string[];
}

type Credential = (typeof CREDENTIAL_INPUTS)[number];

/** Where a credential comes from: the key itself holds it, names a variable, or names a file. */
const SOURCES = ['', '-env', '-file'] as const;

/** What each key gives, and from where. */
const CREDENTIAL_KEYS: ReadonlyMap<string, readonly [Credential, (typeof SOURCES)[number]]> =
  new Map(
    CREDENTIAL_INPUTS.flatMap((input) =>
      SOURCES.map((source) => [input + source, [input, source]] as const),
    ),
  );

/** Every key that an entry can have. */
export const KEYS: readonly string[] = [
  ...new Set([...Object.keys(ACCOUNT_DEFAULTS), ...CREDENTIAL_KEYS.keys()]),
];

/** The entry's keys win; a credential of its own replaces the other forms of it as well, and a proxy the login. */
export function mergeDefaults(defaults: RawEntry, entry: RawEntry): RawEntry {
  const own = new Set([...entry.keys()].map((key) => CREDENTIAL_KEYS.get(key)?.[0] ?? key));
  if (own.has('proxy')) PROXY_LOGIN_INPUTS.forEach((input) => own.add(input));
  const kept = [...defaults].filter(([key]) => !own.has(CREDENTIAL_KEYS.get(key)?.[0] ?? key));
  return new Map([...kept, ...entry]);
}

/** @param number the entry's place in the list, from 1 */
export function fillIn(entry: RawEntry, number: number, context: EntryContext): ListEntry {
  const raw: Record<AccountInput, string> = { ...context.base };
  // The login that holds for the whole run belongs to its proxy.
  if (entry.has('proxy')) PROXY_LOGIN_INPUTS.forEach((input) => (raw[input] = ''));
  const faults: InputFault[] = [];
  const variables: string[] = [];
  const keys = new Map<string, string>();
  const naming = entryNaming(number, keys);
  const spoken = new Set<string>();
  for (const [key, value] of entry) {
    const [input, source] = CREDENTIAL_KEYS.get(key) ?? [key, ''];
    try {
      refuseUnknown(key, value);
      refuseSecond(keys.get(input));
      keys.set(input, key);
      const text = readText(input, source, value);
      raw[input as AccountInput] = resolve(text, source, context.environment);
      if (source === '-env') variables.push(text);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      faults.push(faultOf(key, error, naming, number));
      for (const name of [input, ...meantInputs(key)]) spoken.add(name);
    }
  }
  return { raw, naming, faults, spoken, variables };
}

/** An unknown key is repeated only when it is like a known one: `{password: abc,def}` has the key `def`. */
function faultOf(key: string, error: ValueError, naming: Naming, number: number): InputFault {
  if (error.kind === 'unknown' && !isShowableKey(key)) {
    return error.toFault('accounts', naming, `Entry ${number}`);
  }
  const input = CREDENTIAL_KEYS.get(key)?.[0] ?? key;
  return error.toFault(input, naming, `Entry ${number}, key ${quote(key)}`);
}

/** Whether an unknown key may be repeated: one that is neither a common word nor like a key may be a secret. */
export function isShowableKey(key: string): boolean {
  return isKnownWord(key) || findMeant(key, KEYS).length > 0;
}

/** @param other the key of the same entry that gives the value already */
function refuseSecond(other: string | undefined): void {
  if (other === undefined) return;
  throw new ValueError('conflict', `cannot be combined with "${other}"; keep one of the two`);
}

function resolve(
  text: string,
  source: (typeof SOURCES)[number],
  environment: EntryContext['environment'],
): string {
  if (source === '-env') return readVariable(text, environment);
  return source === '-file' ? readSecretFile(text) : text;
}

/** The text of a value; whether it fits its input is judged later. */
function readText(input: string, source: string, { text, kind }: RawValue): string {
  if (kind === 'structure' || (kind === 'words' && input !== 'fail-on')) {
    throw invalid('is a list or a map; give one value', { title: 'is a list or a map' });
  }
  // An empty secret would count as one that is not given, and something else might be used in its place.
  const isEmptySecret = text === '' && SECRET_INPUTS.some((secret) => secret === input);
  if (kind === 'empty' || isEmptySecret) {
    throw new ValueError('missing', 'has no value; give one, or leave the key out', {
      title: 'has no value',
    });
  }
  // YAML reads 0123 as 123 and 1e3 as 1000: what is not a number by its nature would arrive changed.
  const isNumeric = source === '' && isNumber(input as AccountInput);
  const isCredential = CREDENTIAL_INPUTS.includes(input as Credential);
  if ((kind === 'number' && !isNumeric) || (kind === 'boolean' && isCredential)) {
    throw invalid(`is a ${kind} to YAML; put it in quotes`, { title: `is a ${kind} to YAML` });
  }
  return text;
}

/** Inputs of digits alone; the default of one of them is a word. */
function isNumber(input: AccountInput): boolean {
  return input === 'certificate-warn-days' || /^\d+$/.test(ACCOUNT_DEFAULTS[input]);
}

/** The inputs that an unknown key was meant to give. */
function meantInputs(key: string): string[] {
  if (KEYS.includes(key)) return [];
  return findMeant(key, KEYS).map((meant) => CREDENTIAL_KEYS.get(meant)?.[0] ?? meant);
}

function refuseUnknown(key: string, { kind }: RawValue): void {
  if (KEYS.includes(key)) return;
  const meant = didYouMean(key, KEYS, (name) => `"${name}"`);
  if (meant !== '') throw new ValueError('unknown', `does not exist.${meant}`);
  if (isKnownWord(key)) throw new ValueError('unknown', `does not exist. ${THE_KEYS}`);
  const hint = kind === 'empty' ? ' Put a value that contains a comma in quotes.' : '';
  throw new ValueError('unknown', `has a key that does not exist.${hint} ${THE_KEYS}`);
}

const THE_KEYS =
  'The keys are the names of the inputs, and those of secrets with "-env" or "-file" at the end, such as "password-env"';
