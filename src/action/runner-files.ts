import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import { codeOf, whyNotWritable } from '../platform/write.ts';
import { printable } from '../safety/printable.ts';

/** Variables with the paths of files that the runner reads after the step. */
type FileVariable = 'GITHUB_OUTPUT' | 'GITHUB_STEP_SUMMARY';

/** Something for the person who reads the log; the verdict does not depend on it. */
export interface FileFault {
  readonly title: string;
  readonly message: string;
}

/**
 * Hands the outputs to the runner.
 *
 * @returns why that was not possible
 */
export function writeOutputs(outputs: Readonly<Record<string, string>>): FileFault | undefined {
  const variable = 'GITHUB_OUTPUT';
  const code = tryToWrite(variable, () => {
    // Without the variable, the toolkit writes the command that older runners read.
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  });
  if (code === undefined) return undefined;
  return describe(variable, code, 'outputs', 'Later steps see empty outputs.');
}

/**
 * Hands the job summary to the runner.
 *
 * @returns why that was not possible; undefined also where the runner shows no summaries
 */
export function writeSummary(text: string): FileFault | undefined {
  const variable = 'GITHUB_STEP_SUMMARY';
  const path = process.env[variable] ?? '';
  if (path === '') {
    core.info('No job summary was written: this runner does not show summaries.');
    return undefined;
  }
  const code = tryToWrite(variable, () => {
    appendFileSync(path, text);
  });
  return code === undefined ? undefined : describe(variable, code, 'summary', '');
}

/** @returns Node's code for what the system refused */
function tryToWrite(variable: FileVariable, write: () => void): string | undefined {
  const path = process.env[variable] ?? '';
  const code = path === '' ? undefined : whyNotWritable(path);
  if (code !== undefined) return code;
  try {
    write();
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

function describe(variable: FileVariable, code: string, what: string, effect: string): FileFault {
  const path = printable(process.env[variable] ?? '');
  const sentences = [
    `The ${what} could not be written to the file of ${variable}, ${path} (${code}).`,
    'The result in this log stands, and so does the status of this step.',
    effect,
    FIXES.get(code) ?? MISSING,
  ];
  return {
    title: `smtp-auth-check: ${what} not written`,
    message: sentences.filter(Boolean).join(' '),
  };
}

const FORBIDDEN =
  'The runner made the file as another user. In a container job set "options: --user root" under "container"; on Kubernetes set "fsGroup" in the security context of the pod to the group of the runner.';
const FULL = "The runner's disk is full: free some space.";
const MISSING =
  "The runner makes this file before the step. In a container, mount the folder of the runner's temporary files at the same path, and do not set the variable yourself.";

/** What to do about the system's reason. */
const FIXES: ReadonlyMap<string, string> = new Map([
  ['EACCES', FORBIDDEN],
  ['EPERM', FORBIDDEN],
  ['EROFS', FORBIDDEN],
  ['ENOSPC', FULL],
  ['EDQUOT', FULL],
]);
