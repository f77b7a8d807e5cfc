import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import { RUN_DEFAULTS } from '../../src/inputs/names.ts';
import { VERDICT_OF_CAUSE } from '../../src/diagnosis/verdicts.ts';
import { VERDICTS } from '../../src/model/verdict.ts';
import { OUTPUTS } from '../../src/report/outputs.ts';

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface ActionFile {
  readonly inputs: Record<string, { description: string; default?: string; required?: boolean }>;
  readonly outputs: Record<string, { description: string }>;
  readonly runs: { using: string; main: string };
}

const action = parse(read('action.yml')) as ActionFile;
const readme = read('README.md');

/** The cells of the table rows below a heading of the README, subheadings included. */
function tableBelow(heading: string): string[][] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replace(/^`|`$/g, '')),
    );
}

test('action.yml has the inputs and defaults of the code, in the same order', () => {
  const declared = Object.entries(action.inputs).map(([name, input]) => [
    name,
    input.default ?? '',
  ]);
  expect(declared).toEqual(Object.entries({ ...ACCOUNT_DEFAULTS, ...RUN_DEFAULTS }));
});

test('the README lists each input of action.yml once, with its default, in the table of its purpose', () => {
  const rows = tableBelow('Inputs').map(([name, value]) => [name, value]);
  const declared = Object.entries(action.inputs).map(([name, input]) => [
    name,
    input.default ?? '',
  ]);
  expect(rows.sort()).toEqual(declared.sort());
});

test('action.yml and the README list the outputs of the code', () => {
  expect(Object.keys(action.outputs)).toEqual([...OUTPUTS]);
  expect(tableBelow('Outputs').map(([name]) => name)).toEqual([...OUTPUTS]);
});

test('the README explains every verdict', () => {
  expect(tableBelow('Verdicts').map(([verdict]) => verdict)).toEqual([...VERDICTS]);
});

test('every cause leads to a verdict of the closed set, and every verdict has a cause', () => {
  expect([...new Set(Object.values(VERDICT_OF_CAUSE))].sort()).toEqual([...VERDICTS].sort());
});

test('the action runs the bundle on Node 24', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
});

test('the README is short enough to read: at most 360 lines', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(361);
});
