import type { Checked } from '../model/diagnosis.ts';
import { codeOf, replaceFileNow } from '../platform/write.ts';
import { printable } from '../safety/printable.ts';
import { toReport } from './json.ts';

/** Where the report files go; undefined where none is wanted. */
export interface ReportPaths {
  readonly reportJson?: string;
  readonly reportJunit?: string;
  readonly reportPrometheus?: string;
}

/**
 * Writes the report files, and makes the folders they lie in. One that cannot be written whole leaves the old one.
 *
 * @returns what could not be written, in sentences; a report that fails changes no verdict
 */
export async function writeReports(
  results: readonly Checked[],
  { reportJson, reportJunit, reportPrometheus }: ReportPaths,
): Promise<string[]> {
  const faults: string[] = [];
  if (reportJson !== undefined) {
    const pieces = { [Symbol.iterator]: () => renderJson(results) };
    faults.push(...write('report-json', reportJson, pieces));
  }
  if (reportJunit !== undefined) {
    const { renderJunit } = await import('./junit.ts');
    faults.push(...write('report-junit', reportJunit, [renderJunit(results)]));
  }
  if (reportPrometheus !== undefined) {
    const { renderPrometheus } = await import('./prometheus.ts');
    faults.push(...write('report-prometheus', reportPrometheus, [renderPrometheus(results)]));
  }
  return faults;
}

function write(input: string, path: string, pieces: Iterable<string>): string[] {
  try {
    replaceFileNow(path, pieces);
    return [];
  } catch (error) {
    const code = codeOf(error);
    return [
      `The file of "${input}", ${printable(path)}, could not be written (${code}). ${fix(code)}`,
    ];
  }
}

function fix(code: string): string {
  return FIXES.get(code) ?? 'Give another path.';
}

/** What to do about the system's reason. */
const FIXES: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'Allow this user to write there, or give another path.'],
  ['EPERM', 'Allow this user to write there, or give another path.'],
  ['EISDIR', 'This is a folder; add the name of the file.'],
  ['ENOTDIR', 'A part of the path is a file and not a folder; give another path.'],
  ['EEXIST', 'A part of the path is a file and not a folder; give another path.'],
  ['EMFILE', 'Too many files are open; raise the limit ("ulimit -n").'],
  ['EROFS', 'The file system is read-only; give another path.'],
  ['ENOSPC', 'The disk is full; free some space.'],
  ['EDQUOT', 'The quota of this user is used up; free some space.'],
  [
    'ENXIO',
    'This is a pipe that nobody reads; start its reader first, or give the path of a file.',
  ],
  ['EAGAIN', 'This is a pipe whose reader does not read; give the path of a file.'],
  ['EPIPE', 'This is a pipe whose reader has gone; give the path of a file.'],
]);

/**
 * The document that docs/results.schema.json describes, one account a line, so that it compares well. It
 * comes in pieces, since that of thousands is large.
 */
export function* renderJson(results: readonly Checked[]): Generator<string> {
  yield '[';
  for (const [index, result] of results.entries()) {
    yield `${index === 0 ? '' : ','}\n  ${JSON.stringify(toReport(result))}`;
  }
  yield '\n]\n';
}
