import { didYouMean } from '../meant.ts';
import { quote } from '../values.ts';
import { isShowableKey, KEYS } from './entry.ts';
import type { RawList, Tree } from './yaml.ts';
import { EMPTY_LIST, fail, type ListFault } from './unreadable.ts';

/** What spreadsheets put between values: RFC 4180, Excel where the comma is the decimal sign, and "Text (tab delimited)". */
const DELIMITERS = [',', ';', '\t'];

/** A line of the file. */
interface Row {
  readonly values: readonly string[];
  /** Where it ends, from 1. */
  readonly line: number;
}

/** Whether a text is CSV: its first line has two names or more, and one of them is a key. */
export function isCsv(text: string): boolean {
  const header = firstLine(text);
  // The first line of YAML and JSON has one of these.
  if (/^\s*#|[:{}[\]]/.test(header)) return false;
  const names = header.split(delimiterOf(header)).map((name) => name.replaceAll('"', '').trim());
  return names.length > 1 && names.some((name) => KEYS.includes(name.toLowerCase()));
}

/**
 * Reads a list of accounts in CSV (RFC 4180): a row of keys, then one account in each row. A value is text, exactly as
 * written; an empty one is not given.
 *
 * @throws UnreadableList naming every place that is wrong
 */
export async function readCsv(text: string): Promise<RawList> {
  const [header, ...rows] = await parse(text);
  const keys = header?.values.map((key) => key.trim()) ?? [];
  const filled = rows.filter(({ values }) => values.some((value) => value !== ''));
  const faults = [
    ...findFaultyKeys(keys),
    ...filled.flatMap(({ values, line }) => findFaultyRow(keys.length, values.length, line)),
    ...(filled.length === 0 ? [EMPTY_LIST] : []),
  ];
  if (faults.length > 0) fail(...faults);
  return { defaults: new Map(), entries: filled.map(({ values }) => toTree(keys, values)) };
}

function toTree(keys: readonly string[], values: readonly string[]): Tree {
  const cells = keys.map((key, column) => [key, values[column] ?? ''] as const);
  return Object.fromEntries(cells.filter(([, value]) => value !== ''));
}

function firstLine(text: string): string {
  return /[^\r\n]+/.exec(text)?.[0] ?? '';
}

/** The delimiter that is most frequent in the line with the keys. */
function delimiterOf(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

async function parse(text: string): Promise<Row[]> {
  // Loaded here, since most lists are YAML.
  const { CsvError, parse: parseCsv } = await import('csv-parse/sync');
  try {
    const rows = parseCsv(text, {
      delimiter: delimiterOf(firstLine(text)),
      // A file with both line ends would otherwise leave a CR at the end of a password.
      record_delimiter: ['\r\n', '\n', '\r'],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ values: record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The library's own messages quote the values.
    const { lines } = error as { lines?: number };
    return fail({
      ...(lines === undefined ? {} : { place: `line ${lines}:` }),
      words: QUOTES.get(error.code) ?? 'this is not CSV as in RFC 4180',
      title: 'not CSV',
    });
  }
}

/** What the codes of the library mean. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', 'a quotation mark is missing: the value that begins there never ends'],
  ...['CSV_INVALID_CLOSING_QUOTE', 'INVALID_OPENING_QUOTE'].map(
    (code) =>
      [
        code,
        'a quotation mark is inside a value; put the whole value in quotation marks, and write each mark in it twice',
      ] as const,
  ),
]);

function findFaultyKeys(keys: readonly string[]): ListFault[] {
  return keys.flatMap((key, index) => {
    const place = `column ${index + 1}:`;
    if (keys.indexOf(key) < index)
      return [{ place, words: 'has the same name as another', title: 'is there twice' }];
    return KEYS.includes(key)
      ? []
      : [{ place, words: describeUnknown(key), title: 'has a name that does not exist' }];
  });
}

/** A name is repeated only when it is like a known one: this may be a row of values. */
function describeUnknown(key: string): string {
  if (key === '') return 'has no name';
  if (!isShowableKey(key)) return `has a name that does not exist. ${THE_NAMES}`;
  const meant = didYouMean(key, KEYS, (name) => `"${name}"`);
  return `the name ${quote(key)} does not exist.${meant === '' ? ` ${THE_NAMES}` : meant}`;
}

const THE_NAMES = 'The names are those of the inputs, such as "host", "username" and "password"';

function findFaultyRow(columns: number, count: number, line: number): ListFault[] {
  if (count === columns) return [];
  const words = `has ${count} values, and the first row has ${columns}; put a value that contains the delimiter in quotation marks`;
  return [{ place: `line ${line}:`, words, title: 'has too many or too few values' }];
}
