import { dirname } from 'node:path';
import type { Checked } from '../model/diagnosis.ts';
import { toReport } from './json.ts';

/** Where the report files go; undefined where none is wanted. */
export interface ReportPaths {
  readonly reportJson?: string;
  readonly reportJunit?: string;
}

/**
 * Writes the report files, and makes the folders they lie in.
 *
 * @returns what could not be written, in sentences; a report that fails changes no verdict
 */
export async function writeReports(
  results: readonly Checked[],
  { reportJson, reportJunit }: ReportPaths,
): Promise<string[]> {
  if (reportJson === undefined && reportJunit === undefined) return [];
  const { mkdir, writeFile } = await import('node:fs/promises');
  const faults: string[] = [];
  const write = async (
    input: string,
    path: string,
    text: string | Iterable<string>,
  ): Promise<void> => {
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      faults.push(`The file of "${input}" could not be written (${code ?? 'error'}).`);
    }
  };
  if (reportJson !== undefined) await write('report-json', reportJson, renderJson(results));
  if (reportJunit !== undefined) {
    const { renderJunit } = await import('./junit.ts');
    await write('report-junit', reportJunit, renderJunit(results));
  }
  return faults;
}

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
