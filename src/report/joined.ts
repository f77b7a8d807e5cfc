import { printable } from '../safety/printable.ts';
import { code, heading, html, paragraph, prose, table } from './html.ts';
import type { Report } from './json.ts';
import { MAX_SENTENCE } from './wording.ts';

/** A shard without a whole report. */
export interface LostReport {
  readonly shard: number;
  /** Names the file, what is wrong with it, and what to do; safe to show. */
  readonly why: string;
}

/** The reports of all shards of a list. */
export interface JoinedReports {
  /** How many there should be. */
  readonly shards: number;
  readonly reports: readonly Report[];
  readonly lost: readonly LostReport[];
  /** Names of reports that there should not be. */
  readonly surplus: readonly string[];
}

/** More causes and hosts than anybody reads. A row has at most 10 kB, so that the table stays below 1 MiB. */
const MAX_ROWS = 100;
const MAX_LOST = 20;

/** Whether every account was checked, and each gave the expected result or one that `fail-on` tolerates. */
export function areAllGood({ reports, lost, surplus }: JoinedReports): boolean {
  const isWhole = lost.length === 0 && surplus.length === 0;
  return isWhole && reports.length > 0 && !reports.some(isFailed);
}

function isFailed({ passed, tolerated }: Report): boolean {
  return !passed && !tolerated;
}

/** One job summary for all shards: what failed, by cause and host. Texts from the reports are made safe once more. */
export function renderJoined(joined: JoinedReports): string {
  const { reports, lost, surplus } = joined;
  const groups = group(reports.filter(({ passed }) => !passed));
  const lines = [
    heading(title(joined)),
    ...lost.slice(0, MAX_LOST).map(({ why }) => paragraph(prose(why))),
    ...furtherThan(MAX_LOST, lost.length, 'reports are missing or damaged'),
    ...(surplus.length === 0 ? [] : [paragraph(surplusReports(surplus))]),
    ...(groups.length === 0 ? [] : [table(groups.slice(0, MAX_ROWS).map(row), HEADER)]),
    ...furtherThan(MAX_ROWS, groups.length, 'causes and hosts'),
    paragraph('The summary of each shard lists its accounts.'),
  ];
  return `${lines.join('\n')}\n`;
}

function furtherThan(shown: number, count: number, what: string): string[] {
  return count > shown ? [paragraph(`And ${count - shown} more ${what}.`)] : [];
}

function surplusReports(surplus: readonly string[]): string {
  const names = surplus.slice(0, MAX_ROWS).map(html).join(', ');
  return `There are reports of shards that should not exist: ${names}. Use one number of shards in all jobs, and a folder without old reports.`;
}

function title(joined: JoinedReports): string {
  const { shards, reports, lost, surplus } = joined;
  const failed = reports.filter(isFailed).length;
  if (areAllGood(joined)) {
    const tolerated = reports.filter(({ passed }) => !passed).length;
    return tolerated > 0
      ? `⚠️ SMTP logins: ${tolerated} of ${reports.length} accounts not as expected, tolerated by "fail-on"`
      : `✅ SMTP logins: all accounts as expected, ${reports.length} in ${shards} shards`;
  }
  const accounts =
    reports.length === 0
      ? 'no account was checked'
      : `${failed} of ${reports.length} accounts failed`;
  return [
    `❌ SMTP logins: ${accounts}`,
    ...(lost.length === 0 ? [] : [`${lost.length} of ${shards} reports missing or damaged`]),
    ...(surplus.length === 0
      ? []
      : [`${surplus.length} report${surplus.length === 1 ? '' : 's'} too many`]),
  ].join(', ');
}

const HEADER = ['Accounts', 'Host', 'Cause', 'The server said', 'Next step'];

/** What is not as expected, by cause and host: what fails comes first, then the most frequent. */
function group(unmet: readonly Report[]): Report[][] {
  const groups = new Map<string, Report[]>();
  for (const report of unmet) {
    const key = JSON.stringify([report.tolerated, report.cause, report.verdict, report.host]);
    const members = groups.get(key) ?? [];
    groups.set(key, members);
    members.push(report);
  }
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.length - a.length);
}

function rank([example]: readonly Report[]): number {
  return example?.tolerated ? 1 : 0;
}

function row(members: readonly Report[]): string[] {
  const example = members.find(({ attempts }) => attempts > 0) ?? members[0];
  if (!example) return [];
  const { tolerated, cause, verdict, host, serverSaid, nextStep } = example;
  return [
    `<b>${members.length}</b>`,
    host === '' ? '' : code(printable(host)),
    `${html(printable(cause))} (${html(verdict)})${tolerated ? ', tolerated' : ''}`,
    serverSaid === '' ? '' : code(printable(serverSaid)),
    prose(printable(nextStep, MAX_SENTENCE)),
  ];
}
