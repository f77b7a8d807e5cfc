import { InputError, type InputProblem } from '../account.ts';
import { nearest } from '../../platform/nearest.ts';

/** One value of an entry. YAML decides what it is; whether that fits its key is judged later. */
export interface RawValue {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'empty' | 'structure';
}

/** The keys and values of one entry, unjudged. */
export type RawEntry = ReadonlyMap<string, RawValue>;

export interface RawList {
  readonly defaults: RawEntry;
  /** Maps of YAML, read one at a time by `readEntry`, since thousands would fill memory at once. */
  readonly entries: readonly Tree[];
}

export type Tree = Readonly<Record<string, unknown>>;

/**
 * Reads a list of accounts: a YAML sequence of maps, or a map of `defaults` and `accounts`. JSON is
 * YAML too. An alias is the same object again and nothing here descends into one, so a bomb of aliases
 * stays small.
 *
 * @throws InputError naming every place that is wrong. YAML's own messages are not repeated: they quote
 *   the text, and the text holds passwords
 */
export async function readYaml(text: string): Promise<RawList> {
  const problems = findCutValues(text);
  if (text.trim() === '') throw failure(['is empty: there is no list in it']);
  const { list, defaults = {} } = shape(await parse(text), problems);
  if (!isMap(defaults)) problems.push('"defaults" is not a map of keys and values');
  list.forEach((item, index) => {
    if (!isMap(item)) problems.push(`entry ${index + 1} is not a map of keys and values`);
  });
  if (problems.length > 0) throw failure(problems);
  return { defaults: readEntry(defaults as Tree), entries: list as Tree[] };
}

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
    const where = error.mark ? `line ${error.mark.line + 1} cannot be read` : 'it cannot be read';
    const line = text.split('\n')[error.mark?.line ?? -1];
    throw failure([`${where}: ${yamlFault(error.reason, line)}`]);
  }
}

/** What the reader's own words mean, without the text that they may quote. The first that fits. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/duplicated? mapping key/i, 'a key stands there twice'],
  [/flow collection/i, 'a bracket, brace or comma is missing'],
  [/quoted scalar/i, 'a quotation mark is missing'],
  [/escape sequence|hexadecimal/i, 'in double quotes a "\\" begins an escape; use single quotes'],
];

/** @param line the faulty one */
function yamlFault(reason: string, line = ''): string {
  if (/^[ -]*\t/.test(line)) return 'YAML takes no tab in the indentation; use blanks';
  const [, fault] = FAULTS.find(([words]) => words.test(reason)) ?? [];
  return fault ?? NOT_YAML;
}

const NOT_YAML =
  "it is not YAML. Either it is not indented as the lines around it, or its value has special characters and needs quotes, such as '#a: b'";

/**
 * A blank and a "#" begin a comment, so a password without quotes would be sent without its end, and
 * nobody would see why it is refused.
 */
function findCutValues(text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const isCut = /^[\s-]*(username|password)\s*:\s+(?!['"|>&*!{[#]).*\s#/.test(line);
    return isCut
      ? [`line ${index + 1} has a "#", which begins a comment; put the value before it in quotes`]
      : [];
  });
}

const NOT_A_LIST =
  'is not a list of accounts. Give a YAML list, a map with "accounts" (and "defaults"), or the path of such a file; docs/accounts.schema.json describes it';

function shape(tree: unknown, problems: string[]): { list: unknown[]; defaults?: unknown } {
  if (Array.isArray(tree)) return { list: refuseEmpty(tree, problems) };
  if (!isMap(tree) || !Array.isArray(tree['accounts'])) {
    throw failure([`${NOT_A_LIST}${misspelt(tree)}`, ...problems]);
  }
  const { accounts, defaults, ...others } = tree;
  if (Object.keys(others).length > 0) {
    problems.push('beside "defaults" and "accounts" there is another key at the top');
  }
  return { list: refuseEmpty(accounts, problems), defaults };
}

/** Only a key that is nearly the right one is repeated: other text may be a secret that went wrong. */
function misspelt(tree: unknown): string {
  const key = isMap(tree) ? nearest('accounts', Object.keys(tree)) : undefined;
  return key === undefined || key === 'accounts' ? '' : `. Is "${key}" to be "accounts"?`;
}

function refuseEmpty(list: unknown[], problems: string[]): unknown[] {
  if (list.length === 0) problems.push('the list is empty; give at least one account');
  return list;
}

function readValue(value: unknown): RawValue {
  if (typeof value === 'string') return { text: value, kind: 'text' };
  if (typeof value === 'number') return { text: String(value), kind: 'number' };
  if (typeof value === 'boolean') return { text: String(value), kind: 'boolean' };
  return { text: '', kind: value === null ? 'empty' : 'structure' };
}

function isMap(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function failure(messages: readonly string[]): InputError {
  return new InputError(messages.map((message): InputProblem => ({ input: 'accounts', message })));
}
