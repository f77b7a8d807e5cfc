import * as core from '@actions/core';
import { meetsExpectation } from './expectation.ts';
import type { Progress } from './fleet.ts';
import { annotate } from './report/annotations.ts';
import { writeReports } from './report/files.ts';
import { annotateFleet } from './report/fleet-annotations.ts';
import { renderFleetSummary } from './report/fleet-summary.ts';
import { accounts, formatCount } from './report/groups.ts';
import { docsAddress } from './report/links.ts';
import { renderLog } from './report/log.ts';
import { toOutputs } from './report/outputs.ts';
import { readRunContext } from './report/run-context.ts';
import { renderSummary } from './report/summary.ts';
import { trackIssues } from './report/tracking-issue.ts';
import { wordResult } from './report/words.ts';
import type { RunOptions } from './run-options.ts';
import type { Result } from './smtp/result.ts';

/**
 * Everything a runner sees of the results. Report files come first: they are to be there even when the
 * job is killed while the rest is written.
 *
 * @param options undefined when the inputs of the run are wrong, so that nobody knows what is wanted
 * @param signal a run that was cancelled has no time for the tracker
 */
export async function publish(
  results: readonly Result[],
  options: RunOptions | undefined,
  signal: AbortSignal,
): Promise<void> {
  const faults = options ? await writeReports(results, options) : [];
  const [only] = results;
  const isSingle = only !== undefined && results.length === 1;
  const docs = docsAddress(process.env);
  const annotations = isSingle ? annotate(only, docs) : annotateFleet(results);
  for (const { level, title, message } of annotations) core[level](message, { title });
  faults.forEach((fault) => {
    core.warning(fault, { title: 'smtp-auth-check: report file' });
  });
  for (const [name, value] of Object.entries(toOutputs(results))) core.setOutput(name, value);
  core.info(conclusion(results));
  await writeSummary(isSingle ? renderSummary(only, { docs }) : renderFleetSummary(results));
  if (options?.trackingIssue && !signal.aborted) await track(results, options, signal);
}

/** One result as soon as it is known: its transcript when it failed or is the only one, else a line. */
export function publishProgress(result: Result, { done, total }: Progress): void {
  const { title, lines } = renderLog(result);
  const isSingle = total === 1;
  const place = isSingle ? '' : `${String(done).padStart(String(total).length)}/${total} `;
  if (!isSingle && (meetsExpectation(result) || lines.length === 0)) {
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

function conclusion(results: readonly Result[]): string {
  const [only] = results;
  if (!only) return 'This shard has no accounts, so there was nothing to check.';
  if (results.length === 1) {
    const { passed, meaning, headline } = wordResult(only);
    return passed ? meaning : `Result: ${headline}.`;
  }
  const failed = results.filter((result) => !meetsExpectation(result)).length;
  return `Checked ${accounts(results.length)}: ${formatCount(results.length - failed)} as expected, ${formatCount(failed)} failed.`;
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
  results: readonly Result[],
  { githubToken: token, shard }: RunOptions,
  signal: AbortSignal,
): Promise<void> {
  const log = (line: string): void => {
    core.info(line);
  };
  const context = { ...readRunContext(process.env), token, shards: shard.count, signal, log };
  const fault = await trackIssues(results, context);
  if (fault !== undefined) core.warning(fault, { title: 'smtp-auth-check: tracking issue' });
}
