import type { Checked } from '../model/diagnosis.ts';
import { codeOf, replaceFileNow, writeFileNow } from '../platform/write.ts';
import { printable } from '../safety/printable.ts';
import { toReport } from './json.ts';

/** Where the report files go; undefined where none is wanted. */
export interface ReportPaths {
  readonly reportJson?: string;
  readonly reportJunit?: string;
  readonly reportPrometheus?: string;
}

/**
 * Writes the report files, and makes the folders they lie in.
 *
 * @returns what could not be written, in sentences; a report that fails changes no verdict
 */
export async function writeReports(
  results: readonly Checked[],
  { reportJson, reportJunit, reportPrometheus }: ReportPaths,
): Promise<string[]> {
  const faults: string[] = [];
  if (reportJson !== undefined) {
    faults.push(...write('report-json', reportJson, renderJson(results)));
  }
  if (reportJunit !== undefined) {
    const { renderJunit } = await import('./junit.ts');
    faults.push(...write('report-junit', reportJunit, [renderJunit(results)]));
  }
  if (reportPrometheus !== undefined) {
    const { renderPrometheus } = await import('./prometheus.ts');
    const text = [renderPrometheus(results)];
    faults.push(...write('report-prometheus', reportPrometheus, text, replaceFileNow));
  }
  return faults;
}

function write(
  input: string,
  path: string,
  pieces: Iterable<string>,
  writeFile = writeFileNow,
): string[] {
  try {
    writeFile(path, pieces);
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
  ['ENOSPC', 'The disk is full; free some space.'],
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
