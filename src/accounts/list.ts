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
import { type RawEntry, type RawValue, readYaml } from './yaml.ts';

/** What a list of accounts is read with. */
export interface ListContext {
  /** What holds where neither the entry nor `defaults` says otherwise. */
  readonly base: RawAccount;
  /** Where `password-env` and its kin look. */
  readonly environment: Readonly<NodeJS.ProcessEnv>;
}

/** One entry, with its credential filled in and not yet judged. */
export interface ListEntry {
  readonly raw: RawAccount;
  readonly problems: readonly InputProblem[];
  /** Environment variables that it took a credential from. */
  readonly variables: readonly string[];
}

/** Far more than a secret (48 KB) or a list of thousands of accounts needs. */
const MAX_LIST_BYTES = 16 * 1024 * 1024;

/**
 * Reads the input `accounts`: YAML text, or the path of a file of it.
 *
 * @returns the entries, in their order. What is wrong with one entry stays with it, so that the others
 *   can be checked all the same
 * @throws InputError when it is no list of accounts
 */
export async function readList(value: string, context: ListContext): Promise<ListEntry[]> {
  const { defaults, entries } = await readYaml(isPath(value) ? readFile(value) : value);
  return entries.map((entry) => fillIn(merge(defaults, entry), context));
}

/** Judges the entries: each becomes an account, or the result that says what is wrong with it. */
export function parseEntries(entries: readonly ListEntry[]): (Account | Result)[] {
  return entries.map(({ raw, problems }, index) => {
    const { account, problems: further } = tryParse(raw);
    const isKnown = new Set(problems.map(({ input }) => input.replace(/-env$/, '')));
    const all = [...problems, ...further.filter(({ input }) => !isKnown.has(input))];
    if (account && all.length === 0) return account;
    return configResult(raw, new InputError(all), `Entry ${index + 1}`);
  });
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
function valueFault(key: string, { text, kind, isCutByComment }: RawValue): string | undefined {
  const isVariable = CREDENTIAL_INPUTS.some((name) => variableKey(name) === key);
  if (!isVariable && !Object.hasOwn(ACCOUNT_DEFAULTS, key)) return UNKNOWN_KEY;
  if (kind === 'structure') return 'is a list or a map; give one value';
  if (kind === 'empty') return 'has no value; give one, or leave the key out';
  if (isVariable) {
    return VARIABLE_NAME.test(text) ? undefined : 'is not the name of an environment variable';
  }
  if (!CREDENTIAL_INPUTS.includes(key as Credential)) return undefined;
  if (kind !== 'text')
    return `is a ${kind} to YAML; put it in quotes, so that it is sent as written`;
  if (isCutByComment) return 'is followed by "#", which begins a comment; put the value in quotes';
  return undefined;
}

const UNKNOWN_KEY =
  'there is no such key. The keys are the names of the inputs, and "username-env" and "password-env"';
