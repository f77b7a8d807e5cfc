import { readFileSync, statSync } from 'node:fs';
import type { PlanItem } from '../../model/plan-item.ts';
import { parseAccount } from '../account.ts';
import { observeInvalid } from '../invalid.ts';
import type { RawAccount } from '../names.ts';
import type { Naming } from '../naming.ts';
import { InputError } from '../reader.ts';
import { type EntryContext, fillIn, type ListEntry, meantKey, merge } from './entry.ts';
import { readEntry, readYaml } from './yaml.ts';

/** What a list of accounts is read with. */
export interface ListContext extends EntryContext {
  /** How messages call the list itself. */
  readonly naming: Naming;
  /** Called with each credential before it is judged, so that it is masked before anything is printed. */
  readonly onCredential: (raw: RawAccount) => void;
}

export interface AccountList {
  readonly items: readonly PlanItem[];
  /** Environment variables that credentials came from. */
  readonly variables: readonly string[];
}

/** Far more than a secret (48 KB) or a list of thousands of accounts needs. */
const MAX_LIST_BYTES = 16 * 1024 * 1024;

/**
 * Reads the input `accounts`: YAML text, or the path of a file of it. What is wrong with one entry stays with it, so
 * that the others can be checked all the same.
 *
 * @throws InputError when it is not a list of accounts
 */
export async function readList(value: string, context: ListContext): Promise<AccountList> {
  const text = isPath(value) ? readFile(value, context.naming) : value;
  const { defaults, entries } = await readYaml(text, context.naming);
  const variables = new Set<string>();
  const items = entries.map((tree, index): PlanItem => {
    const entry = fillIn(merge(defaults, readEntry(tree)), index + 1, context);
    context.onCredential(entry.raw);
    entry.variables.forEach((name) => variables.add(name));
    return judge(entry);
  });
  return { items, variables: [...variables] };
}

function judge({ raw, naming, faults }: ListEntry): PlanItem {
  let further: InputError['faults'] = [];
  try {
    const account = parseAccount(raw, naming);
    if (faults.length === 0) return { kind: 'account', account };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    further = error.faults;
  }
  // What a misspelt key was meant to give is not missed as well.
  const isKnown = new Set(
    faults.map(({ input }) => (meantKey(input) ?? input).replace(/-env$/, '')),
  );
  const all = [...faults, ...further.filter(({ input }) => !isKnown.has(input))];
  return { kind: 'invalid', observation: observeInvalid(raw, new InputError(all)) };
}

/** A path is one line, and does not look like a list or a map. */
function isPath(value: string): boolean {
  return !/[\r\n]/.test(value) && !/^\s*[-[{#]/.test(value) && !/:(\s|$)/.test(value);
}

function readFile(path: string, { subject }: Naming): string {
  const fail = (words: string): InputError =>
    new InputError([
      { input: 'accounts', kind: 'invalid', message: `${subject('accounts')} ${words}.` },
    ]);
  try {
    if (statSync(path).size > MAX_LIST_BYTES) throw fail('names a file of more than 16 MiB');
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
