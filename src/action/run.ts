import * as core from '@actions/core';
import { checkAll } from '../fleet/check-all.ts';
import { observeInvalid } from '../inputs/invalid.ts';
import { makePlan, type Plan } from '../inputs/plan.ts';
import { InputError } from '../inputs/reader.ts';
import { parseRunOptions, type RunOptions } from '../inputs/run-options.ts';
import type { Checked } from '../model/diagnosis.ts';
import { runPasses } from '../model/proof.ts';
import { endProcess, ExitStatus, guardProcess } from '../platform/exit.ts';
import { framesOf, kindOf } from '../safety/printable.ts';
import { Secrets } from '../safety/secrets.ts';
import { forgetVariables, type RawInputs, readInputs } from './inputs.ts';
import { mask, maskCredential } from './masking.ts';
import { publish, publishProgress, track } from './publish.ts';

/**
 * The step: inputs in; log, annotation, summary, outputs and exit status out. It never rejects, and fails until
 * everything has been proved.
 */
export async function runAction(): Promise<void> {
  const cancel = new AbortController();
  const status = new ExitStatus(EXIT_FAILED);
  const fail = guardProcess({
    status,
    faultStatus: EXIT_FAILED,
    cancelGraceMs: CANCEL_GRACE_MS,
    onSignal: () => {
      cancel.abort();
    },
    onFault: tellFault,
  });
  try {
    await checkInputs(readInputs(), status, cancel.signal);
  } catch (error) {
    fail(error);
  }
  await endProcess();
}

const EXIT_PASSED = 0;
const EXIT_FAILED = 1;

/** The runner kills the process 7.5 s after SIGINT, which is more than the reports of thousands take. */
const CANCEL_GRACE_MS = 5000;

/** Wrong inputs of the run as a whole are one result, as those of a single account are. */
async function checkInputs(
  inputs: RawInputs,
  status: ExitStatus,
  signal: AbortSignal,
): Promise<void> {
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
  const results = await checkPlanned(plan, options, signal);
  if (runPasses(results, plan.items.length)) status.decide(EXIT_PASSED);
  await publish(results, options ?? {});
  if (options?.trackingIssue && !signal.aborted) await track(results, options, signal);
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

/** Our own fault, the only way to fail without a verdict. */
function tellFault(error: unknown): void {
  logFault(error);
  const message = `The check itself failed (${kindOf(error)}), which says nothing about the credential. Please report it, with the log of a run in debug mode.`;
  core.error(message, { title: 'smtp-auth-check: internal error' });
}

function logFault(error: unknown): void {
  framesOf(error).forEach((frame) => {
    core.debug(frame);
  });
}
