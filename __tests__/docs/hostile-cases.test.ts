import { readFileSync } from 'node:fs';
import { allFamilies, renderDocument } from '../hostile/support/document.ts';

const PAGE = new URL('../../docs/hostile-cases.md', import.meta.url);

test('docs/hostile-cases.md is what "npm run docs:hostile" writes', async () => {
  const page = renderDocument(await allFamilies());
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

test('the catalogue has at least 200 cases, and no two of a family share a name', async () => {
  const families = await allFamilies();
  expect(families.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(200);
  for (const { cases } of families) {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  }
});
