import { readFileSync, statSync } from 'node:fs';
import type { RawAccount } from '../names.ts';
import { InputError, type InputProblem, parseAccount } from '../account.ts';
import { configResult } from '../invalid.ts';
import type { Account } from '../../model/account.ts';
import type { Result } from '../../model/result.ts';
import { type EntryContext, fillIn, type ListEntry, meantKey, merge } from './entry.ts';
import { readEntry, readYaml } from './yaml.ts';

/** What a list of accounts is read with. */
export interface ListContext extends EntryContext {
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

function judge({ raw, problems }: ListEntry, number: number): Account | Result {
  const { account, problems: further } = tryParse(raw);
  // What a misspelt key was meant to give is not missed as well.
  const isKnown = new Set(
    problems.map(({ input }) => (meantKey(input) ?? input).replace(/-env$/, '')),
  );
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
    throw fail(`${shownPath(path)} (${code ?? 'error'})${code === 'ENOENT' ? ABSENT : ''}`);
  }
}

/** Only what ends as the name of such a file is repeated: other text may be a list, or a secret, that went wrong. */
function shownPath(path: string): string {
  if (!/^[\w ./\\:~-]{1,200}\.(?:ya?ml|json)$/i.test(path)) {
    return 'is neither a list nor the path of a readable file';
  }
  return `names a file that cannot be read: ${path}`;
}

const ABSENT = '. On GitHub a file of the repository is there after a step with actions/checkout';
