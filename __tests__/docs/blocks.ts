import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The text of a file of the repository, with the line ends that it has in the repository. */
export const read = (path: string): string =>
  readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n');

/** A fenced code block of the documentation, or a file of docs/examples/. */
export interface Block {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** The workflow of which the block is the whole or a part. */
  readonly workflow?: string;
}

/** Every block there is, as scripts/doc-blocks.mjs also gives them to actionlint and zizmor. */
export const BLOCKS = JSON.parse(
  execFileSync(process.execPath, ['scripts/doc-blocks.mjs'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  }),
) as Block[];

/** Rows for `it.each`: the place of a block, and the block. */
export const named = (list: readonly Block[]): [string, Block][] =>
  list.map((block) => [`${block.file}:${block.line}`, block]);

export const YAML_BLOCKS = BLOCKS.filter(({ language }) => /^ya?ml$/.test(language));

export interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}
export const ACTION = parse(read('action.yml')) as ActionFile;

export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Every mapping with a `uses:` key, wherever in the document it stands. */
export function stepsIn(node: unknown): Step[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.values(node).flatMap(stepsIn);
  return 'uses' in node ? [node as Step, ...below] : below;
}

/** GitHub's anchor of a heading: lower case, no punctuation, spaces as hyphens. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

export interface Section {
  readonly level: number;
  readonly heading: string;
  /** What stands below the heading, up to the next one. */
  readonly text: string;
}

/** A page's sections in their order. A line that starts with `#` inside a code block is no heading. */
export function sectionsOf(page: string): Section[] {
  const sections: { level: number; heading: string; text: string }[] = [];
  let isCode = false;
  for (const line of read(page).split('\n')) {
    if (/^ *```/.test(line)) isCode = !isCode;
    const [, marks, heading = ''] = (isCode ? null : /^(#+) (.+)$/.exec(line)) ?? [];
    const last = sections.at(-1);
    if (marks) sections.push({ level: marks.length, heading, text: '' });
    else if (last) last.text += `${line}\n`;
  }
  return sections;
}
