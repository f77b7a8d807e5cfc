import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Result } from '../smtp/result.ts';
import { toReport } from './json.ts';
import { renderJunit } from './junit.ts';

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
  results: readonly Result[],
  { reportJson, reportJunit }: ReportPaths,
): Promise<string[]> {
  const faults: string[] = [];
  const write = async (input: string, path: string, text: string): Promise<void> => {
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      faults.push(`The file of "${input}" could not be written (${code ?? 'error'}).`);
    }
  };
  if (reportJson !== undefined) await write('report-json', reportJson, renderJson(results));
  if (reportJunit !== undefined)
    await write('report-junit', reportJunit, await renderJunit(results));
  return faults;
}

/** The document that docs/results.schema.json describes, one account a line, so that it compares well. */
export function renderJson(results: readonly Result[]): string {
  const lines = results.map((result) => `  ${JSON.stringify(toReport(result))}`);
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}
