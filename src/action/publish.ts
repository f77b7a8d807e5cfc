import * as core from '@actions/core';
import type { Progress } from '../fleet/check-all.ts';
import { writeReports } from '../report/files.ts';
import { docsAddress } from './runner.ts';
import { renderLog } from '../report/log.ts';
import { toOutputs } from '../report/outputs.ts';
import { renderPublication } from '../report/publication.ts';
import { readRunContext } from './runner.ts';
import { wordResult } from '../report/wording.ts';
import type { RunOptions } from '../inputs/run-options.ts';
import type { Checked } from '../model/diagnosis.ts';

/**
 * Everything a runner sees of the results. Report files come first: they are to be there even when the
 * job is killed while the rest is written.
 *
 * @param options undefined when the inputs of the run are wrong, so that nobody knows what is wanted
 * @param signal a run that was cancelled has no time for the tracker
 */
export async function publish(
  results: readonly Checked[],
  options: RunOptions | undefined,
  signal: AbortSignal,
): Promise<void> {
  const faults = options ? await writeReports(results, options) : [];
  const { annotations, conclusion, summary } = await renderPublication(
    results,
    docsAddress(process.env),
  );
  for (const { level, title, message } of annotations) ANNOTATE[level](message, { title });
  faults.forEach((fault) => {
    core.warning(fault, { title: 'smtp-auth-check: report file' });
  });
  for (const [name, value] of Object.entries(toOutputs(results))) core.setOutput(name, value);
  core.info(conclusion);
  await writeSummary(summary);
  if (options?.trackingIssue && !signal.aborted) await track(results, options, signal);
}

/** By name, and not `core[level]`, which would keep all of the toolkit in the bundle. */
const ANNOTATE = { error: core.error, warning: core.warning, notice: core.notice };

/** One result as soon as it is known: its transcript when it failed or is the only one, else a line. */
export function publishProgress(result: Checked, { done, total }: Progress): void {
  const { title, lines } = renderLog(result);
  const isSingle = total === 1;
  const place = isSingle ? '' : `${String(done).padStart(String(total).length)}/${total} `;
  if (!isSingle && (result.diagnosis.passed || lines.length === 0)) {
    const { passed, serverSaid } = wordResult(result);
    core.info(passed || serverSaid === '' ? place + title : `${place}${title}: ${serverSaid}`);
    return;
  }
  core.startGroup(place + title);
  lines.forEach((line) => {
    core.info(line);
  });
  core.endGroup();
}

/** A summary is a courtesy: where the runner has no file for it, the verdict stands all the same. */
async function writeSummary(text: string): Promise<void> {
  try {
    await core.summary.addRaw(text).write();
  } catch {
    core.info('No job summary was written: this runner provides no file for it.');
  }
}

async function track(
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
