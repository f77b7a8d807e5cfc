import { readFileSync, statSync } from 'node:fs';
import {
  type AccountInput,
  ACCOUNT_DEFAULTS,
  CREDENTIAL_INPUTS,
  InputError,
  type InputProblem,
  parseAccount,
  type RawAccount,
} from '../accounts.ts';
import { configResult } from '../config-result.ts';
import type { Account } from '../smtp/account.ts';
import type { Result } from '../smtp/result.ts';
import { type RawEntry, type RawValue, readEntry, readYaml } from './yaml.ts';

/** What a list of accounts is read with. */
export interface ListContext {
  /** What holds where neither the entry nor `defaults` says otherwise. */
  readonly base: RawAccount;
  /** Where `password-env` and its kin look. */
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  /** Called with each credential before it is judged, so that it is masked before anything is printed. */
  readonly onCredential: (raw: RawAccount) => void;
}

export interface AccountList {
  /** An account, or the result that says what is wrong with the entry, in the order of the list. */
  readonly items: readonly (Account | Result)[];
  /** Environment variables that credentials came from. */
  readonly variables: readonly string[];
}

/** Far more than a secret (48 KB) or a list of thousands of accounts needs. */
const MAX_LIST_BYTES = 16 * 1024 * 1024;

/**
 * Reads the input `accounts`: YAML text, or the path of a file of it. What is wrong with one entry stays
 * with it, so that the others can be checked all the same.
 *
 * @throws InputError when it is no list of accounts
 */
export async function readList(value: string, context: ListContext): Promise<AccountList> {
  const { defaults, entries } = await readYaml(isPath(value) ? readFile(value) : value);
  const variables = new Set<string>();
  const items = entries.map((tree, index) => {
    const entry = fillIn(merge(defaults, readEntry(tree)), context);
    context.onCredential(entry.raw);
    entry.variables.forEach((name) => variables.add(name));
    return judge(entry, index + 1);
  });
  return { items, variables: [...variables] };
}

/** One entry, with its credential filled in and not yet judged. */
interface ListEntry {
  readonly raw: RawAccount;
  readonly problems: readonly InputProblem[];
  readonly variables: readonly string[];
}

function judge({ raw, problems }: ListEntry, number: number): Account | Result {
  const { account, problems: further } = tryParse(raw);
  const isKnown = new Set(problems.map(({ input }) => input.replace(/-env$/, '')));
  const all = [...problems, ...further.filter(({ input }) => !isKnown.has(input))];
  if (account && all.length === 0) return account;
  return configResult(raw, new InputError(all), `Entry ${number}`);
}

function tryParse(raw: RawAccount): { account?: Account; problems: readonly InputProblem[] } {
  try {
    return { account: parseAccount(raw), problems: [] };
  } catch (error) {
    if (error instanceof InputError) return { problems: error.problems };
    throw error;
  }
}

/** A path is one line, and does not look like a list or a map. */
function isPath(value: string): boolean {
  return !/[\r\n]/.test(value) && !/^\s*[-[{#]/.test(value) && !/:(\s|$)/.test(value);
}

function readFile(path: string): string {
  const fail = (message: string): InputError => new InputError([{ input: 'accounts', message }]);
  try {
    if (statSync(path).size > MAX_LIST_BYTES) throw fail('the file is larger than 16 MiB');
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    // Not quoted: it may be a list, or a secret, that went wrong.
    throw fail(`is neither a list nor the path of a readable file (${code ?? 'error'})`);
  }
}

/** The entry's keys win; a credential of its own replaces the other form of it as well. */
function merge(defaults: RawEntry, entry: RawEntry): RawEntry {
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

function fillIn(entry: RawEntry, { base, environment }: ListContext): ListEntry {
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
      if (raw[credential] === '') problems.push({ input: credential, message: unset(value.text) });
      else variables.push(value.text);
    }
  }
  return { raw, problems, variables };
}

const BOTH = 'the entry gives this value directly as well; keep one of the two';

/** POSIX.1-2017, Base Definitions, section 8.1; a `$` or `${{ }}` around the name is the usual slip. */
const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

function unset(variable: string): string {
  return `is empty: the environment variable ${variable} is not set. Give it to this step with "env:". A secret is empty when its name is misspelt, and in runs for pull requests from forks and from Dependabot`;
}

/** What is wrong with the way a value is written; whether it fits its input is judged later. */
function valueFault(key: string, { text, kind }: RawValue): string | undefined {
  const isVariable = CREDENTIAL_INPUTS.some((name) => variableKey(name) === key);
  if (!isVariable && !isInput(key)) return UNKNOWN_KEY;
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

const UNKNOWN_KEY =
  'there is no such key. The keys are the names of the inputs, and "username-env" and "password-env"';
