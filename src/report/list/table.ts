import type { Checked } from '../../model/diagnosis.ts';
import { accounts, wasTried } from './groups.ts';
import { code, details, html, paragraph, tableRow } from '../html.ts';
import { ICONS } from '../status.ts';
import { printable } from '../../safety/printable.ts';
import { milliseconds, wordResult } from '../wording.ts';

/** Characters of a name in a table. */
export const MAX_NAME = 100;

/**
 * The accounts one by one, folded: all, or those that failed, or as many of these as fit.
 *
 * @param room bytes for the rows
 */
export function accountTables(results: readonly Checked[], room: number): string[] {
  const all = results.map((result, index) => ({ result, row: accountRow(result, index) }));
  const isWithin = (chosen: typeof all): boolean => size(chosen) <= room;
  if (isWithin(all)) return [fold(`All ${accounts(all.length)}`, all)];
  const failed = all.filter(({ result }) => !result.diagnosis.passed);
  const passedCount = all.length - failed.length;
  const left = passedCount > 0 ? [`${accounts(passedCount)} that passed`] : [];
  if (isWithin(failed)) {
    return [fold(`All ${accounts(failed.length)} that failed`, failed), leftOut(left)];
  }
  const shown = fitting(failed, room);
  const cut = [`${accounts(failed.length - shown.length)} that failed`, ...left];
  return [fold(`The first ${accounts(shown.length)} that failed`, shown), leftOut(cut)];
}

function leftOut(what: readonly string[]): string {
  return paragraph(
    `Omitted to stay within GitHub's size limit: ${what.join(', ')}. "report-json" has them all.`,
  );
}

interface Row {
  /** One text and not its cells: thousands are held at once. */
  readonly row: string;
}

function rowSize({ row }: Row): number {
  return Buffer.byteLength(row) + '\n'.length;
}

function size(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + rowSize(row), 0);
}

function fitting<T extends Row>(rows: readonly T[], room: number): T[] {
  let left = room;
  const end = rows.findIndex((row) => (left -= rowSize(row)) < 0);
  return end === -1 ? [...rows] : rows.slice(0, end);
}

function fold(name: string, rows: readonly Row[]): string {
  const header = ['#', 'Server', 'Account', 'Checked', 'Cause', 'Took'];
  const lines = [
    '',
    '<table>',
    tableRow(header, 'th'),
    ...rows.map(({ row }) => row),
    '</table>',
    '',
  ];
  return details(name, lines.join('\n'));
}

function accountRow(result: Checked, index: number): string {
  const { status, headline, endpoint, name, cause } = wordResult(result);
  const cells = [
    String(index + 1),
    code(endpoint),
    code(printable(name, MAX_NAME)),
    `${ICONS[status]} ${html(headline)}`,
    html(cause),
    wasTried(result) ? milliseconds(result.durationMs) : 'not tried',
  ];
  return tableRow(cells, 'td');
}
