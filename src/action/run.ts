import { constants } from 'node:os';
import * as core from '@actions/core';
import { observeInvalid } from '../inputs/invalid.ts';
import { endProcess } from '../platform/exit.ts';
import { framesOf, kindOf } from '../safety/fault.ts';
import { checkAll } from '../fleet/check-all.ts';
import { makePlan, type Plan } from '../inputs/plan.ts';
import { Secrets } from '../safety/secrets.ts';
import { forgetVariables, type RawInputs, readInputs } from './inputs.ts';
import { mask, maskCredential } from './masking.ts';
import { publish, publishProgress } from './publish.ts';
import { InputError } from '../inputs/reader.ts';
import { parseRunOptions, type RunOptions } from '../inputs/run-options.ts';
import type { Checked } from '../model/diagnosis.ts';

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
    await checkInputs(readInputs(), cancel.signal);
  } catch (error) {
    failByFault(error);
  }
  await endProcess();
}

/** Wrong inputs of the run as a whole are one result, as those of a single account are. */
async function checkInputs(inputs: RawInputs, signal: AbortSignal): Promise<void> {
  for (const warning of inputs.warnings) core.warning(warning, { title: UNKNOWN_INPUT });
  let options: RunOptions | undefined;
  let plan: Plan;
  try {
    options = parseRunOptions(inputs.run, inputs.naming);
    plan = await makePlan(inputs.account, options, {
      naming: inputs.naming,
      environment: process.env,
      onCredential: maskCredential,
      onVariables: forgetVariables,
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const observation = observeInvalid(inputs.account, error);
    plan = { items: [{ kind: 'invalid', observation }], spread: new Map() };
  }
  await conclude(await checkPlanned(plan, options, signal), options, signal);
}

const UNKNOWN_INPUT = 'smtp-auth-check: unknown input';

/** @param options undefined when the inputs of the run are wrong; then nothing is connected to */
function checkPlanned(
  { items, spread }: Plan,
  options: RunOptions | undefined,
  signal: AbortSignal,
): Promise<Checked[]> {
  const { maxParallel = 1, maxPerHost = 1, gapMs = 0 } = options ?? {};
  const limits = { maxParallel, maxPerHost, gapMs, spread };
  const tools = { environment: process.env, signal, onFault: logFault, secrets: new Secrets(mask) };
  return checkAll(items, { ...limits, ...tools }, publishProgress);
}

async function conclude(
  results: readonly Checked[],
  options: RunOptions | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (!results.every(({ diagnosis }) => diagnosis.passed)) process.exitCode ??= 1;
  await publish(results, options, signal);
}

/** Our own fault, the only way to fail without a verdict. */
function failByFault(error: unknown): void {
  process.exitCode = 1;
  logFault(error);
  const message = `The check itself failed (${kindOf(error)}), which says nothing about the credential. Please report it, with the log of a run in debug mode.`;
  core.error(message, { title: 'smtp-auth-check: internal error' });
}

function logFault(error: unknown): void {
  framesOf(error).forEach((frame) => {
    core.debug(frame);
  });
}
