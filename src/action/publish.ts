import * as core from '@actions/core';
import type { Progress } from '../fleet/ledger.ts';
import { type ReportPaths, writeReports } from '../report/files.ts';
import { logTitle, renderLog } from '../report/log.ts';
import { toOutputs } from '../report/outputs.ts';
import { renderPublication } from '../report/publication.ts';
import { docsAddress, readRunContext } from './runner.ts';
import { writeOutputs, writeSummary } from './runner-files.ts';
import { wordResult } from '../report/wording.ts';
import type { RunOptions } from '../inputs/run-options.ts';
import type { Checked } from '../model/diagnosis.ts';

/**
 * Everything a runner sees of the results, but for the tracking issues. Report files come first: they are to be there
 * even when the job is killed while the rest is written.
 *
 * @param paths where report files are wanted
 */
export async function publish(results: readonly Checked[], paths: ReportPaths): Promise<void> {
  const faults = await writeReports(results, paths);
  const outputFault = writeOutputs(toOutputs(results));
  const { annotations, conclusion, summary } = await renderPublication(
    results,
    docsAddress(process.env),
  );
  for (const { level, title, message } of annotations) ANNOTATE[level](message, { title });
  const [only] = results;
  if (only && results.length === 1 && only.stages.length > 0) printLog(renderLog(only));
  const files = [outputFault, writeSummary(summary)];
  for (const { title, message } of [
    ...faults.map((message) => ({ title: 'smtp-auth-check: report file', message })),
    ...files.flatMap((fault) => fault ?? []),
  ]) {
    core.warning(message, { title });
  }
  core.info(conclusion);
}

/** By name, and not `core[level]`, which would keep all of the toolkit in the bundle. */
const ANNOTATE = { error: core.error, warning: core.warning, notice: core.notice };

/**
 * One result of several as soon as it is known: its transcript when it failed, else a line. A single result waits for its
 * annotation, which says in the first line of the log what is wrong and what to do.
 */
export function publishProgress(result: Checked, { done, total }: Progress): void {
  if (total === 1) return;
  const place = `${String(done).padStart(String(total).length)}/${total} `;
  const log = result.diagnosis.passed ? undefined : renderLog(result);
  if (log && log.lines.length > 0) printLog({ ...log, title: place + log.title });
  else core.info(place + progressLine(result));
}

function progressLine(result: Checked): string {
  const title = logTitle(result);
  const { status, faults, serverSaid } = wordResult(result);
  if (faults.length > 0) return `not started: ${faults.join(' ')}`;
  return status === 'passed' || serverSaid === '' ? title : `${title}: ${serverSaid}`;
}

function printLog({ title, lines }: ReturnType<typeof renderLog>): void {
  core.startGroup(title);
  lines.forEach((line) => {
    core.info(line);
  });
  core.endGroup();
}

/** Opens, follows and closes the tracking issues. A run that was cancelled has no time for that. */
export async function track(
  results: readonly Checked[],
  { githubToken: token, shard }: RunOptions,
  signal: AbortSignal,
): Promise<void> {
  const log = (line: string): void => {
    core.info(line);
  };
  const { trackIssues } = await import('./tracking/tracker.ts');
  const context = { ...readRunContext(process.env), token, shards: shard.count, signal, log };
  const fault = await trackIssues(results, context);
  if (fault !== undefined) core.warning(fault, { title: 'smtp-auth-check: tracking issue' });
}
