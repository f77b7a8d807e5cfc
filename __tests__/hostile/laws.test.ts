import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BUNDLE } from '../support/action.ts';
import type { HostileCase } from './support/case.ts';
import { allFamilies } from './support/document.ts';
import { type Breach, BREACHES, LAWS } from './support/laws.ts';
import { judgeCase } from './support/run.ts';
import { closeWorld } from './support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-'));
copyFileSync(join(dirname(BUNDLE), 'package.json'), join(folder, 'package.json'));
const families = await allFamilies();

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeWorld();
});

/** The bundle with one law broken on purpose. */
function breakBundle({ edits, broken }: Breach): string {
  let text = readFileSync(BUNDLE, 'utf8');
  for (const [from, to] of edits) {
    if (text.split(from).length !== 2) throw new Error(`not once in the bundle: ${from}`);
    text = text.replace(from, () => to);
  }
  const entry = join(folder, `${broken.replaceAll(' ', '-')}.js`);
  writeFileSync(entry, text);
  return entry;
}

function find(family: string, name: string): HostileCase {
  const cases = families.find(({ title }) => title === family)?.cases ?? [];
  const item = cases.find((one) => one.name === name);
  if (!item) throw new Error(`no case "${name}" in ${family}`);
  return item;
}

const table = BREACHES.flatMap((breach) =>
  breach.cases.map((name) => [breach.law, breach.broken, name, breach] as const),
);

test.concurrent.each(table)('law %i: a program that %s turns red: %s', async (...row) => {
  const [, , name, breach] = row;
  const item = find(breach.family, name);
  const whole = await judgeCase(item);
  expect(whole.seen).toEqual(whole.wanted);
  const broken = await judgeCase(item, breakBundle(breach));
  expect(broken.seen).not.toEqual(broken.wanted);
});

test('every law is broken in at least one way', () => {
  const broken = new Set(BREACHES.map(({ law }) => law));
  expect([...broken].sort()).toEqual(LAWS.map((_, index) => index + 1));
});
