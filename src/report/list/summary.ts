import type { Checked } from '../../model/diagnosis.ts';
import { accountTables, MAX_NAME } from './table.ts';
import {
  accounts,
  countVerdicts,
  type FailureGroup,
  formatCount,
  groupFailures,
  isEntryFault,
} from './groups.ts';
import { code, heading, html, paragraph, prose, subheading } from '../html.ts';
import { countStatuses, ICONS, type Status } from '../status.ts';
import { printable } from '../../safety/printable.ts';
import { reasonOf } from '../titles.ts';
import { wordResult } from '../wording.ts';

/** The runner drops a summary of more than 1 MiB whole (FileCommandManager.cs), so there is some room left. */
export const MAX_SUMMARY_BYTES = 1_000_000;
/** Different pieces of advice; the texts of a cause differ where they name the host. */
const MAX_SECTIONS = 30;
/** Hosts listed under one piece of advice. */
const MAX_HOSTS = 20;
/** User names shown of one host. */
const MAX_NAMES = 5;
/** Wrong entries shown; all of them are in the log. */
const MAX_FAULTS = 100;

/**
 * The job summary of many results: first each cause with its next step and accounts, then every account, folded. It
 * stays within `maxBytes`: first the accounts that passed leave the table, then its end is cut, and the counts always
 * remain.
 */
export function renderFleetSummary(
  results: readonly Checked[],
  maxBytes = MAX_SUMMARY_BYTES,
): string {
  if (results.length === 0) return `${heading('✅ SMTP logins: this shard has no accounts')}\n`;
  const groups = groupFailures(results);
  const head = [title(results), counts(results), ...sections(groups, results)];
  const headText = [...head, ...wrongEntries(groups, results)].join('\n');
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
  const skipped = results.filter(({ skipped: why }) => why !== undefined).length;
  const verdicts = countVerdicts(results).map(
    ([verdict, count]) => `${formatCount(count)} ${html(verdict)}`,
  );
  const note = skipped === 0 ? '' : `; ${formatCount(skipped)} of these skipped`;
  return paragraph(`${verdicts.join(', ')}${note}.`);
}

/** What one cause means and what to do about it, once for all hosts that share it. */
interface Section {
  readonly status: Status;
  readonly heading: string;
  readonly advice: string;
  readonly groups: FailureGroup[];
  count: number;
}

function sections(groups: readonly FailureGroup[], results: readonly Checked[]): string[] {
  const all = toSections(groups).sort((a, b) => rank(a) - rank(b) || b.count - a.count);
  const shown = all.slice(0, MAX_SECTIONS);
  const hidden = all.slice(MAX_SECTIONS).reduce((sum, { count }) => sum + count, 0);
  return [
    ...shown.flatMap((section) => renderSection(section, results)),
    ...(hidden > 0 ? [paragraph(`And ${accounts(hidden)} that failed for other reasons.`)] : []),
  ];
}

/** What fails the run comes first. */
function rank({ status }: Section): number {
  return status === 'failed' ? 0 : 1;
}

function toSections(groups: readonly FailureGroup[]): Section[] {
  const byText = new Map<string, Section>();
  for (const group of groups) {
    if (isEntryFault(group.example)) continue; // said under "Entries to correct"
    const { meaning, nextStep } = wordResult(group.example);
    const advice = `${html(meaning)}<br><b>👉 Next step:</b> ${html(nextStep)}`;
    const cause = capitalize(reasonOf(group.example));
    const { status } = group;
    const key = JSON.stringify([status, advice]);
    const section = byText.get(key) ?? { status, heading: cause, advice, groups: [], count: 0 };
    section.groups.push(group);
    section.count += group.members.length;
    byText.set(key, section);
  }
  return [...byText.values()];
}

function renderSection(section: Section, results: readonly Checked[]): string[] {
  const { groups, count, advice, status } = section;
  const note = status === 'tolerated' ? ', tolerated by "fail-on"' : '';
  const shown = groups.slice(0, MAX_HOSTS);
  const hidden = groups.slice(MAX_HOSTS).reduce((sum, { members }) => sum + members.length, 0);
  // Most servers of one kind answer in the same words, which are then said once.
  const said = new Set(shown.map(({ example }) => wordResult(example).serverSaid));
  const [common = ''] = said.size === 1 ? said : [];
  const items = shown.map((group) => {
    const own = said.size === 1 ? '' : wordResult(group.example).serverSaid;
    return `<li>${hostLine(group, results)}${own === '' ? '' : `<br>${code(own)}`}</li>`;
  });
  const more = hidden > 0 ? [`<li>and ${accounts(hidden)} at other hosts</li>`] : [];
  return [
    subheading(`${section.heading}: ${accounts(count)}${note}`),
    paragraph(advice),
    `<ul>${[...items, ...more].join('')}</ul>`,
    ...(common === '' ? [] : [paragraph(`The server said: ${code(common)}`)]),
  ];
}

/** One line for the accounts of one host. */
function hostLine({ host, members }: FailureGroup, results: readonly Checked[]): string {
  const names = members.slice(0, MAX_NAMES).flatMap((n) => results[n] ?? []);
  const hidden = members.length - names.length;
  const more = hidden > 0 ? ` and ${formatCount(hidden)} more` : '';
  const where = host === '' ? '' : ` at ${code(printable(host))}`;
  return `${names.map(nameOf).join(', ')}${more}${where}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is wrong with an entry differs from entry to entry, so each is named. */
function wrongEntries(groups: readonly FailureGroup[], results: readonly Checked[]): string[] {
  const wrong = groups
    .flatMap(({ members }) => members.flatMap((n) => results[n] ?? []))
    .filter(isEntryFault);
  if (wrong.length === 0) return [];
  const items = wrong.slice(0, MAX_FAULTS).map((result) => wordResult(result).faults.join(' '));
  const hidden = wrong.length - items.length;
  return [
    subheading(`Entries to correct: ${formatCount(wrong.length)}`),
    paragraph('Nothing was sent for these.'),
    `<ul>${items.map((text) => `<li>${prose(text)}</li>`).join('')}</ul>`,
    ...(hidden > 0 ? [paragraph(`And ${formatCount(hidden)} more; all are in the log.`)] : []),
  ];
}

function nameOf({ account: { username: given } }: Checked): string {
  const username = printable(given, MAX_NAME);
  return username === '' ? 'no user name' : code(username);
}
