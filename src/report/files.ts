import type { Checked } from '../model/diagnosis.ts';
import { toReport } from './json.ts';
import { writeReport } from './report-file.ts';

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
    const pieces = { [Symbol.iterator]: () => renderJson(results) };
    faults.push(...writeReport('report-json', reportJson, pieces));
  }
  if (reportJunit !== undefined) {
    const { renderJunit } = await import('./junit.ts');
    faults.push(...writeReport('report-junit', reportJunit, renderJunit(results)));
  }
  if (reportPrometheus !== undefined) {
    const { renderPrometheus } = await import('./prometheus.ts');
    const text = [renderPrometheus(results.map(toReport))];
    faults.push(...writeReport('report-prometheus', reportPrometheus, text));
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
