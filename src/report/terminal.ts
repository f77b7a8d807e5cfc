import type { Checked } from '../model/diagnosis.ts';
import { annotateWarnings } from './annotations.ts';
import { renderLog } from './log.ts';
import { toleranceOf } from './status.ts';
import { milliseconds, type Wording, wordResult } from './wording.ts';

export interface TerminalOptions {
  readonly colour: boolean;
  /** Adds the time of each stage and the transcript. */
  readonly verbose: boolean;
}

/** SGR parameters (ECMA-48 section 8.3.117); every terminal knows these few. */
const SGR = { bold: 1, green: 32, red: 31, yellow: 33 } as const;

/** One result for a person at a terminal. Texts from outside arrive printable, so no escape sequence is theirs. */
export function renderTerminal(result: Checked, { colour, verbose }: TerminalOptions): string {
  const paint = (style: keyof typeof SGR, text: string): string =>
    colour ? `\x1b[${SGR[style]}m${text}\x1b[0m` : text;
  const words = wordResult(result);
  const { style, text } = MARKS[words.status];
  return [
    `${paint(style, text)}  ${paint('bold', words.headline)}: ${words.name || 'no user name'} at ${words.endpoint}`,
    ...facts(result),
    ...explanation(words, result),
    ...annotateWarnings(result).map(({ message }) =>
      field(paint('yellow', 'Warning:'.padEnd(LABEL)), message),
    ),
    ...(verbose ? renderLog(result).lines.map((line) => `      ${line}`) : []),
    '',
  ].join('\n');
}

const MARKS = {
  passed: { style: 'green', text: 'PASS' },
  tolerated: { style: 'yellow', text: 'WARN' },
  failed: { style: 'red', text: 'FAIL' },
} as const;

/** Width of the labels, so that the texts beside them are aligned. */
const LABEL = 14;

function field(label: string, text: string): string {
  return `      ${label.padEnd(LABEL)}${text}`;
}

function facts({ mechanism, tls, durationMs, stages, earlierAttempts }: Checked): string[] {
  if (stages.length === 0) return [];
  const channel = tls ? `${tls.version}${tls.verified ? '' : ' (not verified)'}` : 'no TLS';
  const attempts = earlierAttempts.length + 1;
  const time = `${milliseconds(durationMs)}${attempts > 1 ? ` in the last of ${attempts} attempts` : ''}`;
  return [`      ${[mechanism, channel, time].filter(Boolean).join(', ')}`];
}

function explanation(words: Wording, result: Checked): string[] {
  if (words.status === 'passed') return [field('Meaning:', words.meaning)];
  const said = result.reply ? 'Server said:' : 'Reason:';
  return [
    ...(words.serverSaid === '' ? [] : [field(said, words.serverSaid)]),
    field('Meaning:', words.meaning),
    field('Next step:', words.nextStep),
    ...(words.status === 'tolerated' ? [field('Tolerated:', toleranceOf(result))] : []),
  ];
}
