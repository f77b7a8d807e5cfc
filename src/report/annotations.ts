import type { Checked } from '../model/diagnosis.ts';
import { printable } from '../safety/printable.ts';
import { toleranceOf } from './status.ts';
import { type Wording, wordResult } from './wording.ts';

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

/** The first line says who, what and the next step: a raw log prints no titles. */
function annotateFailure(result: Checked, docs: string | undefined): Annotation[] {
  const words = wordResult(result);
  if (words.status === 'passed') return [];
  const attempts = result.earlierAttempts.length + 1;
  const lines = [
    ...(words.faults.length > 0 ? faultLines(words, result) : [statement(words)]),
    ...(words.serverSaid === '' ? [] : [`${words.saidBy}: ${words.serverSaid}`]),
    ...(words.status === 'tolerated' ? [toleranceOf(result)] : []),
    ...(attempts > 1 ? [`Attempts: ${attempts}.`] : []),
    ...(docs === undefined ? [] : [`More: ${docs}#${words.anchor}`]),
  ];
  const level = words.status === 'tolerated' ? 'warning' : 'error';
  return [{ level, title: words.title, message: lines.join('\n') }];
}

function statement({ name, endpoint, meaning, nextStep }: Wording): string {
  const who = name === '' ? endpoint : `${name} at ${endpoint}`;
  return `${who}: ${meaning} Next step: ${nextStep}`;
}

/** A wrong input says itself how to correct it; what makes a secret empty does not show in its name. */
function faultLines({ faults, nextStep }: Wording, { diagnosis }: Checked): string[] {
  const [first = '', ...others] = faults;
  const next = diagnosis.cause === 'secret-empty' ? [`Next step: ${nextStep}`] : [];
  if (others.length === 0) return [[`SMTP check not started: ${first}`, ...next].join(' ')];
  return [`SMTP check not started: ${first}`, ...others, ...next];
}
