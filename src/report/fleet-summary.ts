import { meetsExpectation } from '../expectation.ts';
import type { Result } from '../smtp/result.ts';
import {
  accounts,
  countVerdicts,
  type FailureGroup,
  formatCount,
  groupFailures,
  wasTried,
} from './groups.ts';
import { code, details, heading, html, paragraph, table } from './html.ts';
import { printable } from './printable.ts';
import { milliseconds, wordResult } from './words.ts';

/** The runner drops a summary of more than 1 MiB whole (FileCommandManager.cs), so there is some room left. */
export const MAX_SUMMARY_BYTES = 1_000_000;
/** More groups than anybody mends in a day. */
const MAX_GROUPS = 100;
/** User names shown in the row of a group. */
const MAX_NAMES = 5;

/**
 * The job summary of many results: counts, then failures by cause and host, then every account, folded.
 * It stays within `maxBytes`: first the accounts that passed leave the table, then its end is cut, and
 * the counts always remain.
 */
export function renderFleetSummary(
  results: readonly Result[],
  maxBytes = MAX_SUMMARY_BYTES,
): string {
  const head = [title(results), counts(results), ...failures(groupFailures(results), results)];
  const headText = head.join('\n');
  const room = maxBytes - Buffer.byteLength(headText) - RESERVE_BYTES;
  return [headText, ...accountTables(results, room), ''].join('\n');
}

/** For the elements around the table and the sentence that says what it leaves out. */
const RESERVE_BYTES = 1000;

function title(results: readonly Result[]): string {
  const failed = results.filter((result) => !meetsExpectation(result)).length;
  if (failed === 0) return heading(`✅ SMTP logins: all ${accounts(results.length)} as expected`);
  return heading(`❌ SMTP logins: ${formatCount(failed)} of ${accounts(results.length)} failed`);
}

function counts(results: readonly Result[]): string {
  const passed = results.filter(meetsExpectation).length;
  const notTried = results.filter((result) => !wasTried(result)).length;
  const rows = [
    ['Accounts', formatCount(results.length)],
    ['As expected', formatCount(passed)],
    ['Failed', formatCount(results.length - passed)],
    ...(notTried > 0 ? [['of these not tried', formatCount(notTried)]] : []),
  ];
  const verdicts = countVerdicts(results).map(
    ([verdict, count]) => `${html(verdict)} ${formatCount(count)}`,
  );
  return [table(rows), paragraph(`Verdicts: ${verdicts.join(', ')}.`)].join('\n');
}

function failures(groups: readonly FailureGroup[], results: readonly Result[]): string[] {
  if (groups.length === 0) return [];
  const rows = groups.slice(0, MAX_GROUPS).map((group) => groupRow(group, results));
  const hidden = groups.slice(MAX_GROUPS);
  const count = hidden.reduce((sum, { members }) => sum + members.length, 0);
  const more = `And ${formatCount(hidden.length)} more causes and hosts, with ${accounts(count)}.`;
  return [
    '<h3>What failed, by cause and host</h3>',
    table(rows, ['Accounts', 'Host', 'Cause', 'What it means', 'Next step']),
    ...(hidden.length > 0 ? [paragraph(more)] : []),
  ];
}

function groupRow(
  { cause, host, verdict, example, members }: FailureGroup,
  results: readonly Result[],
): string[] {
  const { meaning, nextStep, serverSaid } = wordResult(example);
  const names = members.slice(0, MAX_NAMES).map((position) => nameOf(results[position]));
  const more =
    members.length > MAX_NAMES ? ` and ${formatCount(members.length - MAX_NAMES)} more` : '';
  const said = serverSaid === '' ? '' : `<br>${code(serverSaid)}`;
  return [
    `<b>${formatCount(members.length)}</b>`,
    host === '' ? 'none' : code(printable(host)),
    `${html(cause)}<br>(${html(verdict)})`,
    `${html(meaning)}${said}<br>${names.join(', ')}${more}`,
    html(nextStep),
  ];
}

function nameOf(result: Result | undefined): string {
  const username = printable(result?.account.username ?? '', MAX_NAME);
  return username === '' ? 'no user name' : code(username);
}

const MAX_NAME = 100;

/** @param room bytes for the rows */
function accountTables(results: readonly Result[], room: number): string[] {
  const all = results.map((result, index) => ({ result, row: accountRow(result, index) }));
  const isWithin = (chosen: typeof all): boolean => size(chosen) <= room;
  if (isWithin(all)) return [fold(`All ${accounts(all.length)}`, all)];
  const failed = all.filter(({ result }) => !meetsExpectation(result));
  const passedCount = all.length - failed.length;
  const left = passedCount > 0 ? `${accounts(passedCount)} that passed ${areNot(passedCount)}` : '';
  if (isWithin(failed)) {
    return [fold(`All ${accounts(failed.length)} that failed`, failed), paragraph(left)];
  }
  const shown = fitting(failed, room);
  const cut = `${accounts(failed.length - shown.length)} that failed and ${accounts(passedCount)} that passed are not listed, for want of space. "report-json" has them all.`;
  return [fold(`The first ${accounts(shown.length)} that failed`, shown), paragraph(cut)];
}

function areNot(count: number): string {
  return `${count === 1 ? 'is' : 'are'} not listed, for want of space. "report-json" has them all.`;
}

interface Row {
  readonly row: readonly string[];
}

/** What `<tr>`, line end and each cell's `<td>` add to a row. */
const ROW_BYTES = 10;
const CELL_BYTES = 9;

function rowSize({ row }: Row): number {
  return row.reduce((sum, cell) => sum + Buffer.byteLength(cell) + CELL_BYTES, ROW_BYTES);
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
  const header = ['#', 'Server', 'User name', 'Result', 'Cause', 'Took'];
  return details(
    name,
    `\n${table(
      rows.map(({ row }) => row),
      header,
    )}\n`,
  );
}

function accountRow(result: Result, index: number): string[] {
  const { passed, headline, endpoint, username, cause } = wordResult(result);
  return [
    String(index + 1),
    code(endpoint),
    code(printable(username, MAX_NAME)),
    `${passed ? '✅' : '❌'} ${html(headline)}`,
    html(cause),
    wasTried(result) ? milliseconds(result.durationMs) : 'not tried',
  ];
}
