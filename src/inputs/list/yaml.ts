import { findMeant } from '../meant.ts';
import { quote } from '../values.ts';
import { EMPTY_LIST, fail, type ListFault } from './unreadable.ts';
import { findCutValues, yamlFault } from './yaml-faults.ts';

/**
 * One value of an entry. YAML decides what it is; whether that fits its key is judged later. `words` is a list of texts,
 * joined with commas.
 */
export interface RawValue {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'empty' | 'words' | 'structure';
}

/** The keys and values of one entry, unjudged. */
export type RawEntry = ReadonlyMap<string, RawValue>;

export interface RawList {
  readonly defaults: RawEntry;
  /** Maps, read one at a time by `readEntry`, since thousands would fill memory at once. */
  readonly entries: readonly Tree[];
}

export type Tree = Readonly<Record<string, unknown>>;

/**
 * Reads a list of accounts: a YAML sequence of maps, or a map of `defaults` and `accounts`. JSON is YAML too. An alias
 * is the same object again and nothing here descends into one, so a bomb of aliases stays small.
 *
 * @throws UnreadableList naming every place that is wrong. YAML's own messages are not repeated: they quote the text, and
 *   the text holds passwords
 */
export async function readYaml(text: string): Promise<RawList> {
  if (text.trim() === '') fail({ words: 'is empty: there is no list in it', title: 'is empty' });
  const faults = findCutValues(text);
  const { list, defaults = {} } = shape(await parse(text), faults);
  if (list.length === 0) faults.push(EMPTY_LIST);
  if (!isMap(defaults)) faults.push({ place: '"defaults"', words: NOT_A_MAP, title: NOT_A_MAP });
  list.forEach((item, index) => {
    if (!isMap(item))
      faults.push({ place: `entry ${index + 1}`, words: NOT_A_MAP, title: NOT_A_MAP });
  });
  if (faults.length > 0) fail(...faults);
  return { defaults: readEntry(defaults as Tree), entries: list as Tree[] };
}

const NOT_A_MAP = 'is not a map of keys and values';

export function readEntry(item: Tree): RawEntry {
  return new Map(Object.entries(item).map(([key, value]) => [key, readValue(value)]));
}

async function parse(text: string): Promise<unknown> {
  // Loaded here, since a single account does not need it.
  const { CORE_SCHEMA, load, YAMLException } = await import('js-yaml');
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    if (!error.mark) return fail({ words: yamlFault(error.reason), title: 'is not YAML' });
    const { line } = error.mark;
    const words = yamlFault(error.reason, text.split('\n')[line]);
    return fail({ place: `line ${line + 1}:`, words, title: 'not YAML' });
  }
}

const NOT_A_LIST =
  'is not a list of accounts. Give a YAML list, a map with "accounts" (and "defaults"), CSV with the names of the inputs in its first row, or the path of such a file; docs/accounts.schema.json describes it';

function shape(tree: unknown, faults: ListFault[]): { list: unknown[]; defaults?: unknown } {
  if (Array.isArray(tree)) return { list: tree };
  if (!isMap(tree) || !Array.isArray(tree['accounts'])) {
    return fail({ words: `${NOT_A_LIST}${misspelt(tree)}` }, ...faults);
  }
  const { accounts, defaults, ...others } = tree;
  if (Object.keys(others).length > 0) {
    faults.push({ words: 'has another key at the top beside "defaults" and "accounts"' });
  }
  return { list: accounts, defaults };
}

/** Only a key that is nearly the right one is repeated: other text may be a secret that went wrong. */
function misspelt(tree: unknown): string {
  const keys = isMap(tree) ? Object.keys(tree) : [];
  const key = keys.find((typed) => findMeant(typed, ['accounts']).length > 0);
  return key === undefined || key === 'accounts'
    ? ''
    : `. Its key ${quote(key)} does not exist. Did you mean "accounts"?`;
}

function readValue(value: unknown): RawValue {
  if (typeof value === 'string') return { text: value, kind: 'text' };
  if (typeof value === 'number') return { text: String(value), kind: 'number' };
  if (typeof value === 'boolean') return { text: String(value), kind: 'boolean' };
  if (Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string')) {
    return { text: value.join(', '), kind: 'words' };
  }
  return { text: '', kind: value === null ? 'empty' : 'structure' };
}

function isMap(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
