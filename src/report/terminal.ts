import type { Checked } from '../model/diagnosis.ts';
import { annotateWarnings } from './annotations.ts';
import { renderLog } from './log.ts';
import { toleranceOf } from './status.ts';
import { milliseconds, type Wording, wordResult } from './wording.ts';
import { printable } from '../safety/printable.ts';
import { wrap } from './wrap.ts';

export interface TerminalOptions {
  readonly colour: boolean;
  /** Adds the time of each stage and the transcript. */
  readonly verbose: boolean;
  /** Columns of the terminal; without it nothing is wrapped, since a program may read the lines. */
  readonly width?: number;
  /** Puts a sentence that names inputs into the words of its reader. */
  readonly speak?: (sentence: string) => string;
}

/** SGR parameters (ECMA-48 section 8.3.117); every terminal knows these few. */
const SGR = { bold: 1, green: 32, red: 31, yellow: 33 } as const;

const MARKS = {
  passed: { style: 'green', text: 'PASS' },
  tolerated: { style: 'yellow', text: 'WARN' },
  failed: { style: 'red', text: 'FAIL' },
} as const;

function paint(style: keyof typeof SGR, text: string, { colour }: TerminalOptions): string {
  return colour ? `\x1b[${SGR[style]}m${text}\x1b[0m` : text;
}

/** One line for a result. Texts from outside arrive printable, so no escape sequence is theirs. */
export function renderLine(result: Checked, options: TerminalOptions): string {
  const words = wordResult(result);
  const { style, text } = MARKS[words.status];
  const headline = paint('bold', words.headline, options);
  return `${paint(style, text, options)}  ${headline}: ${subject(words, result)}${facts(result)}\n`;
}

/** One result in full: what it means, what to do next, and warnings. One that passed needs no words. */
export function renderTerminal(result: Checked, options: TerminalOptions): string {
  const fields = [
    ...explanation(wordResult(result), result, options),
    ...annotateWarnings(result).map(({ message }) => field('Warning:', message, options)),
    ...(options.verbose ? renderLog(result).lines.map((line) => `${MARGIN}${line}`) : []),
  ];
  return renderLine(result, options) + fields.map((line) => `${line}\n`).join('');
}

/** Who and where; of a wrong input what is known. */
function subject({ name, endpoint }: Wording, { account, failure }: Checked): string {
  if (account.host !== '') return `${name || 'no user name'} at ${endpoint}`;
  if (name !== '') return name;
  return failure?.faults ? 'not started' : 'no user name';
}

const MARGIN = ' '.repeat(6);
/** Width of the labels, so that the texts beside them are aligned. */
const LABEL = 14;
/** Below this the texts stand under their labels. */
const NARROW = 60;

/** A line below the first one: a label and a text. */
export function field(label: string, text: string, options: TerminalOptions): string {
  const { width = Infinity } = options;
  const style = label === 'Warning:' ? 'yellow' : 'bold';
  const isNarrow = width < NARROW;
  const indent = isNarrow ? MARGIN.length + 2 : MARGIN.length + LABEL;
  const lines = wrap(text, width - indent);
  const gap = isNarrow ? `\n${' '.repeat(indent)}` : ' '.repeat(LABEL - label.length);
  return `${MARGIN}${paint(style, label, options)}${gap}${lines.join(`\n${' '.repeat(indent)}`)}`;
}

function facts(result: Checked): string {
  const { account, mechanism, tls, durationMs, stages, earlierAttempts } = result;
  if (stages.length === 0) return '';
  const isConnected = stages.some(({ stage }) => stage === 'greeting' || stage === 'tls');
  const plain = isConnected ? 'no TLS' : '';
  const channel = tls ? `${tls.version}${tls.verified ? '' : ' (not verified)'}` : plain;
  const attempts = earlierAttempts.length + 1;
  const time = `${milliseconds(durationMs)}${attempts > 1 ? ` in the last of ${attempts} attempts` : ''}`;
  const proxy = account.proxy === undefined ? '' : `through ${printable(account.proxy)}`;
  return ` (${[mechanism, channel, proxy, time].filter(Boolean).join(', ')})`;
}

function explanation(words: Wording, result: Checked, options: TerminalOptions): string[] {
  if (words.status === 'passed') return [];
  const { speak = (sentence: string): string => sentence } = options;
  const said = words.saidBy === 'The server said' ? 'Server said:' : 'Reply:';
  return [
    field('Meaning:', words.meaning, options),
    field('Next step:', words.nextStep, options),
    ...(words.serverSaid === '' ? [] : [field(said, words.serverSaid, options)]),
    ...(words.status === 'tolerated'
      ? [field('Tolerated:', speak(toleranceOf(result)), options)]
      : []),
  ];
}
