import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wrap } from '../report/wrap.ts';
import {
  ENVIRONMENT,
  EXAMPLES,
  EXIT_STATUS,
  EXPLAIN_GROUP,
  type FlagGroup,
  type FlagLine,
  GROUPS,
  PURPOSE,
  USAGE,
} from './manual.ts';

/** Columns of the smallest usual terminal. */
const WIDTH = 80;
/** Where the explanation of a flag begins. */
const COLUMN = 30;

/** The text of --help. */
export function helpText(): string {
  const examples = EXAMPLES.map(([what, command]) => `${what}:\n${commandLines(command)}`);
  const sections = [
    PURPOSE,
    USAGE.map((form, index) => `${index === 0 ? 'Usage: ' : '       '}${form}`).join('\n'),
    ...examples,
    ...[...GROUPS, EXPLAIN_GROUP].map(group),
    ['Exit status:', ...EXIT_STATUS.map(([status, text]) => row(status, text, 7))].join('\n'),
    ['Environment:', ...ENVIRONMENT.map(([name, text]) => row(name, text, 24))].join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** A command that can be pasted, with a backslash where a line goes on. */
function commandLines(command: string): string {
  const lines: string[] = [];
  for (const part of command.split(/ (?=--)/)) {
    const longer = `${lines.at(-1) ?? ''} ${part}`;
    if (lines.length > 0 && longer.length <= WIDTH - 8) lines.splice(-1, 1, longer);
    else lines.push(part);
  }
  return lines.map((line, index) => (index === 0 ? `  ${line}` : `      ${line}`)).join(' \\\n');
}

function group({ title, flags, note }: FlagGroup): string {
  const notes = note === '' ? [] : wrap(note, WIDTH);
  return [`${title}:`, ...flags.map(flagLine), ...notes].join('\n');
}

function flagLine({ name, value, help, standard }: FlagLine): string {
  const flag = `--${name}${value === '' ? '' : ` ${value}`}`;
  return row(flag, standard === '' ? help : `${help} (default ${standard})`, COLUMN);
}

/** @param column where the text begins; a longer title has a line of its own */
function row(title: string, text: string, column: number): string {
  const indent = ' '.repeat(column);
  const isLong = title.length + 4 > column;
  const head = isLong ? `  ${title}\n${indent}` : `  ${title}`.padEnd(column);
  return head + wrap(text, WIDTH - column).join(`\n${indent}`);
}

/** The version in package.json, which lies two folders above this file in src, lib and dist alike. */
export function version(): string {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const file: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return (file as { version: string }).version;
}
