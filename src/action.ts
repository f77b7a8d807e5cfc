import { constants } from 'node:os';
import * as core from '@actions/core';
import { InputError, parseAccount } from './accounts.ts';
import { configResult } from './config-result.ts';
import { endSoon } from './exit.ts';
import { meetsExpectation } from './expectation.ts';
import { checkWithRetries } from './fleet.ts';
import { readInputs } from './inputs.ts';
import { annotate } from './report/annotations.ts';
import { renderLog } from './report/log.ts';
import { toOutputs } from './report/outputs.ts';
import { printable } from './report/printable.ts';
import { renderSummary } from './report/summary.ts';
import { wordResult } from './report/words.ts';
import type { Result } from './smtp/result.ts';

/** The runner's door: inputs in; log, annotation, summary, outputs and exit status out. It never rejects. */
export async function runAction(): Promise<void> {
  const cancel = new AbortController();
  const onSignal = (signal: NodeJS.Signals): void => {
    // Written down at once, since the runner kills the process 7.5 s after SIGINT. The first signal counts.
    if (!cancel.signal.aborted) process.exitCode = 128 + constants.signals[signal];
    cancel.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('uncaughtException', failByFault);
  try {
    const result = await checkInputs(cancel.signal);
    if (!meetsExpectation(result)) process.exitCode ??= 1;
    await report(result);
  } catch (error) {
    failByFault(error);
  }
  endSoon();
}

async function checkInputs(signal: AbortSignal): Promise<Result> {
  const raw = readInputs();
  try {
    return await checkWithRetries(parseAccount(raw), signal);
  } catch (error) {
    if (error instanceof InputError) return configResult(raw, error);
    throw error;
  }
}

async function report(result: Result): Promise<void> {
  const { title, lines } = renderLog(result);
  core.startGroup(title);
  lines.forEach((line) => {
    core.info(line);
  });
  core.endGroup();
  const { passed, meaning } = wordResult(result);
  if (passed) core.info(meaning);
  for (const { level, title, message } of annotate(result)) core[level](message, { title });
  for (const [name, value] of Object.entries(toOutputs([result]))) core.setOutput(name, value);
  await writeSummary(renderSummary(result));
}

/** A summary is a courtesy: where the runner has no file for it, the verdict stands all the same. */
async function writeSummary(text: string): Promise<void> {
  try {
    await core.summary.addRaw(text).write();
  } catch {
    core.info('No job summary was written: this runner provides no file for it.');
  }
}

/** Our own fault, the only way to fail without a verdict. The error's text may hold anything, so it stays out. */
function failByFault(error: unknown): void {
  process.exitCode = 1;
  const name = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').slice(1) : [];
  frames.forEach((frame) => {
    core.debug(printable(frame));
  });
  const message = `The check itself failed (${printable(name)}), which says nothing about the credential. Please report it, with the log of a run in debug mode.`;
  core.error(message, { title: 'smtp-auth-check: internal error' });
}
