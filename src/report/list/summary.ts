import type { Checked } from '../../model/diagnosis.ts';
import { accountTables, MAX_NAME } from './table.ts';
import {
  accounts,
  countVerdicts,
  type FailureGroup,
  formatCount,
  groupFailures,
  wasTried,
} from './groups.ts';
import { code, heading, html, paragraph, prose, subheading, table } from '../html.ts';
import { countStatuses, ICONS } from '../status.ts';
import { printable } from '../../safety/printable.ts';
import { wordResult } from '../wording.ts';

/** The runner drops a summary of more than 1 MiB whole (FileCommandManager.cs), so there is some room left. */
export const MAX_SUMMARY_BYTES = 1_000_000;
/** More groups than anybody mends in a day. */
const MAX_GROUPS = 100;
/** Names shown in the row of a group. */
const MAX_NAMES = 2;
/** Different pieces of advice; the texts of a cause differ where they name the host. */
const MAX_ADVICE = 30;
/** Wrong entries shown; all of them are in the log. */
const MAX_FAULTS = 100;

/**
 * The job summary of many results: counts, then failures by cause and host, then every account, folded.
 * It stays within `maxBytes`: first the accounts that passed leave the table, then its end is cut, and
 * the counts always remain.
 */
export function renderFleetSummary(
  results: readonly Checked[],
  maxBytes = MAX_SUMMARY_BYTES,
): string {
  if (results.length === 0) return `${heading('✅ SMTP logins: this shard has no accounts')}\n`;
  const head = [title(results), counts(results), ...failures(groupFailures(results), results)];
  const headText = head.join('\n');
  const room = maxBytes - Buffer.byteLength(headText) - RESERVE_BYTES;
  return [headText, ...accountTables(results, room), ''].join('\n');
}

/** For the elements around the table and the sentence that says what it leaves out. */
const RESERVE_BYTES = 1000;

function title(results: readonly Checked[]): string {
  const { tolerated, failed } = countStatuses(results);
  const all = accounts(results.length);
  if (failed > 0) {
    return heading(`${ICONS.failed} SMTP logins: ${formatCount(failed)} of ${all} failed`);
  }
  if (tolerated === 0) return heading(`${ICONS.passed} SMTP logins: all ${all} as expected`);
  const words = `${formatCount(tolerated)} of ${all} not as expected, tolerated by "fail-on"`;
  return heading(`${ICONS.tolerated} SMTP logins: ${words}`);
}

function counts(results: readonly Checked[]): string {
  const { passed, tolerated, failed } = countStatuses(results);
  const notTried = results.filter((result) => !wasTried(result)).length;
  const columns: readonly (readonly [string, number])[] = [
    ['Accounts', results.length],
    ['As expected', passed],
    ...(tolerated > 0 ? ([['Tolerated', tolerated]] as const) : []),
    ['Failed', failed],
    ['Of these not tried', notTried],
  ];
  const verdicts = countVerdicts(results).map(
    ([verdict, count]) => `${html(verdict)} ${formatCount(count)}`,
  );
  return [
    table(
      [columns.map(([, count]) => formatCount(count))],
      columns.map(([name]) => name),
    ),
    paragraph(`Verdicts: ${verdicts.join(', ')}.`),
  ].join('\n');
}

function failures(groups: readonly FailureGroup[], results: readonly Checked[]): string[] {
  if (groups.length === 0) return [];
  const shown = groups.slice(0, MAX_GROUPS);
  const hidden = groups.slice(MAX_GROUPS);
  const count = hidden.reduce((sum, { members }) => sum + members.length, 0);
  const more = `And ${formatCount(hidden.length)} more causes and hosts, with ${accounts(count)}.`;
  return [
    ...advice(groups),
    ...wrongEntries(groups, results),
    subheading('What failed, by cause and host'),
    table(
      shown.map((group) => groupRow(group, results)),
      ['Accounts', 'Host', 'Cause', 'The server said', 'Names'],
    ),
    ...(hidden.length > 0 ? [paragraph(more)] : []),
  ];
}

/** One line, however many accounts it stands for. */
function groupRow(group: FailureGroup, results: readonly Checked[]): string[] {
  const { cause, host, verdict, status, example, members } = group;
  const { serverSaid } = wordResult(example);
  const names = members.slice(0, MAX_NAMES).flatMap((n) => results[n] ?? []);
  const hidden = members.length - names.length;
  const more = hidden > 0 ? ` and ${formatCount(hidden)} more` : '';
  return [
    `<b>${formatCount(members.length)}</b>`,
    host === '' ? '' : code(printable(host)),
    (cause === verdict ? html(cause) : `${html(cause)} (${html(verdict)})`) +
      (status === 'tolerated' ? ', tolerated' : ''),
    serverSaid === '' || verdict === 'config' ? '' : code(serverSaid),
    names.map(nameOf).join(', ') + more,
  ];
}

/** What each cause means and what to do about it, said once for all hosts that share it. */
function advice(groups: readonly FailureGroup[]): string[] {
  const counts = new Map<string, { cause: string; count: number }>();
  for (const { cause, example, members } of groups) {
    if (isEntryFault(example)) continue; // said under "Entries to correct"
    const { meaning, nextStep } = wordResult(example);
    const text = `${html(meaning)}<br><b>Next step:</b> ${html(nextStep)}`;
    const known = counts.get(text)?.count ?? 0;
    counts.set(text, { cause, count: known + members.length });
  }
  if (counts.size === 0) return [];
  const texts = [...counts]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, MAX_ADVICE)
    .map(([text, { cause, count }]) =>
      paragraph(`<b>${html(cause)}</b>, ${accounts(count)}: ${text}`),
    );
  return [subheading('What to do'), ...texts];
}

/** Our own fault (`internal-error`) is `config` too, and no entry is to be corrected for it. */
function isEntryFault({ failure }: Checked): boolean {
  return failure?.faults !== undefined;
}

/** What is wrong with an entry differs from entry to entry, so each is named. */
function wrongEntries(groups: readonly FailureGroup[], results: readonly Checked[]): string[] {
  const wrong = groups
    .flatMap(({ members }) => members.flatMap((n) => results[n] ?? []))
    .filter(isEntryFault);
  if (wrong.length === 0) return [];
  const items = wrong.slice(0, MAX_FAULTS).map((result) => wordResult(result).serverSaid);
  const hidden = wrong.length - items.length;
  return [
    subheading('Entries to correct'),
    paragraph('Nothing was sent for these.'),
    `<ul>${items.map((text) => `<li>${prose(text)}</li>`).join('')}</ul>`,
    ...(hidden > 0 ? [paragraph(`And ${formatCount(hidden)} more; all are in the log.`)] : []),
  ];
}

function nameOf({ account }: Checked): string {
  const name = printable(account.name ?? account.username, MAX_NAME);
  return name === '' ? 'no user name' : code(name);
}
