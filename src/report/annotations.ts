import type { Checked } from '../model/diagnosis.ts';
import { printable } from '../safety/printable.ts';
import { toleranceOf } from './status.ts';
import { wordResult } from './wording.ts';

/** One workflow annotation. The runner masks its message but not its title, so no name is in the title. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** What a runner shows of the results, beside their outputs and files. */
export interface Publication {
  readonly annotations: readonly Annotation[];
  /** The last line of the log. */
  readonly conclusion: string;
  /** Markdown for the job summary. */
  readonly summary: string;
}

/**
 * The error for a result that is not the expected one (a warning where `fail-on` leaves it out), and warnings about what
 * will break soon.
 *
 * @param docs address of docs/troubleshooting.md, where it is known
 */
export function annotate(result: Checked, docs?: string): Annotation[] {
  return [...annotateFailure(result, docs), ...annotateWarnings(result)];
}

/** What looks wrong with the inputs, and what will break soon. */
export function annotateWarnings(result: Checked): Annotation[] {
  const ahead = result.diagnosis.notices.filter(({ level }) => level === 'warning');
  return [
    ...result.inputWarnings.map(({ input, message }): Annotation => {
      return { level: 'warning', title: `Check the input "${input}"`, message };
    }),
    ...ahead.map(({ title, message }): Annotation => {
      return { level: 'warning', title, message: printable(message, MAX_MESSAGE) };
    }),
  ];
}

/** Longer than any sentence of ours; the texts in it that come from outside are cut before. */
const MAX_MESSAGE = 1000;

function annotateFailure(result: Checked, docs: string | undefined): Annotation[] {
  const words = wordResult(result);
  const { status, title, endpoint, name, meaning, nextStep, serverSaid } = words;
  if (status === 'passed') return [];
  const tries =
    result.earlierAttempts.length > 0 ? [`Attempts: ${result.earlierAttempts.length + 1}.`] : [];
  const lines = [
    ...(serverSaid === '' ? [] : [`${result.reply ? 'The server said' : 'Reason'}: ${serverSaid}`]),
    meaning,
    `Next step: ${nextStep}`,
    ...(status === 'tolerated' ? [toleranceOf(result)] : []),
    ...(name === '' ? tries : [`Account: ${name} at ${endpoint}. ${tries.join('')}`.trim()]),
    ...(docs === undefined ? [] : [`More: ${docs}#${words.anchor}`]),
  ];
  return [
    { level: status === 'tolerated' ? 'warning' : 'error', title, message: lines.join('\n') },
  ];
}
