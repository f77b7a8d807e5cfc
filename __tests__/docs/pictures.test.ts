import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderSummary } from '../../src/report/summary.ts';
import { CASES, OPTIONS } from '../summary/cases.ts';
import { read, ROOT } from './blocks.ts';

const files = readdirSync(join(ROOT, 'docs/images'));
const pictures = files.flatMap((file) => /^summary-(.+)-light\.webp$/.exec(file)?.[1] ?? []);

/** The days until a certificate expires change every day. */
const withoutDays = (text: string): string => text.replaceAll(/\d+(?= days?\b)/g, 'N');

test('the pictures are found', () => {
  expect(pictures.length).toBeGreaterThanOrEqual(3);
});

// "npm run pictures -- --keep" draws the pictures and writes the text that each of them shows.
test.each(pictures)('the picture of "%s" shows what the action writes now', (name) => {
  expect(files).toContain(`summary-${name}.txt`);
  const result = CASES[name];
  if (result === undefined) throw new Error(`__tests__/summary/cases.ts has no case "${name}"`);
  const shown = read(`docs/images/summary-${name}.txt`);
  expect(withoutDays(shown)).toBe(withoutDays(renderSummary(result, OPTIONS)));
});
