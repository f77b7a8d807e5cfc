import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BUNDLE } from '../support/action.ts';
import { allFamilies } from './support/document.ts';
import { LAWS } from './support/laws.ts';
import { judgeCase } from './support/run.ts';
import { closeWorld } from './support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-'));
copyFileSync(join(dirname(BUNDLE), 'package.json'), join(folder, 'package.json'));

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeWorld();
});

/** The bundle with one law broken on purpose. */
function breakBundle(name: string, edits: readonly (readonly [string, string])[]): string {
  let text = readFileSync(BUNDLE, 'utf8');
  for (const [from, to] of edits) {
    expect(text.split(from)).toHaveLength(2);
    text = text.replace(from, () => to);
  }
  const entry = join(folder, `${name}.js`);
  writeFileSync(entry, text);
  return entry;
}

describe.each(LAWS.map((law, index) => [index + 1, law] as const))('law %i', (number, law) => {
  test(`breaking it turns a case of ${law.family} red: ${law.case}`, async () => {
    const family = (await allFamilies()).find(({ title }) => title === law.family);
    const item = family?.cases.find(({ name }) => name === law.case);
    if (!item) throw new Error(`no case "${law.case}" in ${law.family}`);
    const whole = await judgeCase(item);
    expect(whole.seen).toEqual(whole.wanted);
    const broken = await judgeCase(item, breakBundle(`law-${number}`, law.edits));
    expect(broken.seen).not.toEqual(broken.wanted);
  });
});
