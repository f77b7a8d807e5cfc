import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';
import { ExitStatus, surviveBrokenOutput } from '../platform/exit.ts';
import { readTextFile, TextFileError, type TextFileFault } from '../platform/text.ts';
import { areAllGood, type JoinedReports, type LostReport, renderJoined } from '../report/joined.ts';
import type { Report } from '../report/json.ts';
import { parseReports, ReportError } from '../report/parse.ts';
import { writeReport } from '../report/report-file.ts';
import { printable } from '../safety/printable.ts';
import { writeOutputs, writeSummary } from './runner-files.ts';

/** A matrix makes at most 256 jobs in a workflow run (GitHub, "Usage limits"). */
const MAX_SHARDS = 256;
/** One account takes about 1 kB in a report, and a list has at most some ten thousand accounts. */
const MAX_REPORT_BYTES = 64 * 1024 * 1024;

const TITLE = { title: 'smtp-auth-check: joined reports' };

/**
 * Joins the JSON reports of several shards into one job summary and the outputs `total` and `failed`. It fails when an
 * account failed that `fail-on` does not tolerate, when a shard left no whole report, when there is a report too many,
 * and when nothing was checked: a lost shard is never a green check.
 *
 * @param args the folder, which has `1.json` to `N.json`; N; the numbers of further lists: for `2 3` the folder has
 *   `1-2.json` to `N-3.json` as well; and the path of a file to write for Prometheus
 */
export async function joinShards([
  folder = '',
  count = '',
  further = '',
  prometheus = '',
  ...more
]: readonly string[]): Promise<void> {
  const status = new ExitStatus(1);
  surviveBrokenOutput();
  const shards = /^\d{1,3}$/.test(count) ? Number(count) : 0;
  const lists = ['', ...further.split(' ').filter((list) => /^[2-9]$/.test(list))];
  if (folder === '' || more.length > 0 || shards < 1 || shards > MAX_SHARDS) {
    core.error(
      `The number of shards must be a whole number from 1 to ${MAX_SHARDS}, not ${JSON.stringify(printable(count, 20))}. Usage: node dist/join/index.js FOLDER SHARDS [LISTS [PROMETHEUS-FILE]]`,
      TITLE,
    );
    return;
  }
  const joined = readAll(folder, shards, lists);
  await publish(joined, prometheus);
  if (areAllGood(joined)) status.decide(0);
}

/** @param prometheus the path of a file, or nothing */
async function publish(joined: JoinedReports, prometheus: string): Promise<void> {
  const { reports, lost, surplus } = joined;
  const failed = reports.filter(({ passed }) => !passed).length; // "fail-on" tolerates some of them
  for (const { why } of lost) core.error(why, TITLE);
  for (const fault of [
    writeOutputs({ total: String(reports.length), failed: String(failed) }),
    writeSummary(renderJoined(joined)),
  ]) {
    if (fault) core.warning(fault.message, { title: fault.title });
  }
  // Without any report the old file is worth more than an empty one.
  if (prometheus !== '' && reports.length > 0) {
    const { renderPrometheus } = await import('../report/prometheus.ts');
    const text = [renderPrometheus(reports)];
    const faults = writeReport('report-prometheus', prometheus, text);
    for (const fault of faults) core.warning(fault, TITLE);
  }
  core.info(
    `Joined ${reports.length} results: ${failed} not as expected; shards without a report: ${lost.length}; surplus reports: ${surplus.length}.`,
  );
}

function readAll(folder: string, shards: number, lists: readonly string[]): JoinedReports {
  const reports: Report[] = [];
  const lost: LostReport[] = [];
  const names = new Set<string>();
  const known: Known = new Map();
  for (const list of lists) {
    for (let shard = 1; shard <= shards; shard += 1) {
      const name = list === '' ? `${shard}.json` : `${shard}-${list}.json`;
      names.add(name);
      const found = read(join(folder, name), shard, known);
      if (Array.isArray(found)) reports.push(...found);
      else lost.push(found);
    }
  }
  return { shards: names.size, reports, lost, surplus: listSurplus(folder, names) };
}

/** The path of each report so far, by a digest of its text. Two shards never have equal durations, so equal ones are copies. */
type Known = Map<string, string>;

/** A runner that died leaves no report, or a part of one. */
function read(path: string, shard: number, known: Known): Report[] | LostReport {
  const file = printable(path);
  try {
    const text = readTextFile(path, MAX_REPORT_BYTES);
    const reports = parseReports(text);
    const digest = createHash('sha256').update(text).digest('base64');
    const original = known.get(digest);
    known.set(digest, original ?? file);
    if (original === undefined || !reports.some(({ attempts }) => attempts > 0)) return reports;
    const fix = 'Let each job write the report of its own shard.';
    return { shard, why: `${file} is a copy of ${original}, so its shard has no report. ${fix}` };
  } catch (error) {
    if (error instanceof ReportError) {
      const fix = `Run all jobs again, all with the same version of this action.`;
      return { shard, why: `${file} is not a whole report: ${error.message} ${fix}` };
    }
    if (!(error instanceof TextFileError)) throw error;
    const code = error.code === undefined ? '' : ` (${error.code})`;
    const fix = `Look at the log of the job of shard ${shard}, and run the failed jobs again.`;
    return { shard, why: `${file} ${FAULTS[error.fault]}${code}. ${fix}` };
  }
}

const FAULTS: Readonly<Record<TextFileFault, string>> = {
  absent: 'does not exist: the job of its shard ended before it wrote the report',
  directory: 'is a directory',
  'not-a-file': 'is a pipe or a device',
  'too-large': 'is larger than 64 MiB',
  unreadable: 'cannot be read',
  'utf-16': 'is not UTF-8 text',
  'not-utf-8': 'is not UTF-8 text',
};

/** Names of reports of shards or lists that should not exist: the accounts were split in another way. */
function listSurplus(folder: string, expected: ReadonlySet<string>): string[] {
  return listNames(folder)
    .filter((name) => /^[1-9]\d{0,5}(?:-[2-9])?\.json$/.test(name) && !expected.has(name))
    .sort((a, b) => parseInt(a, 10) - parseInt(b, 10));
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // then each report is missing, and has been reported
  }
}
