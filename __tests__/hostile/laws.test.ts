import type { HostileCase } from './support/case.ts';
import { Workshop } from './support/broken.ts';
import { allFamilies } from './support/document.ts';
import { BREACHES, LAWS } from './support/laws.ts';
import { judgeCase } from './support/run.ts';
import { closeWorld } from './support/world.ts';

const workshop = new Workshop();
const families = await allFamilies();

afterAll(async () => {
  workshop.close();
  await closeWorld();
});

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
  const whole = await judgeCase(item, workshop.whole);
  expect(whole.seen).toEqual(whole.wanted);
  const broken = await judgeCase(item, workshop.break(breach));
  expect(broken.seen).not.toEqual(broken.wanted);
  const wouldPass = broken.seen['exit'] === 0;
  expect(breach.fails === true && wouldPass).toBe(false);
});

test('every law is broken in at least one way', () => {
  const broken = new Set(BREACHES.map(({ law }) => law));
  expect([...broken].sort((a, b) => a - b)).toEqual(LAWS.map((_, index) => index + 1));
});
