import { allFamilies } from './support/document.ts';
import { casesOf, judgeCase } from './support/run.ts';
import { closeWorld } from './support/world.ts';

const families = await allFamilies();

afterAll(closeWorld);

describe.each(families.map((family) => [family.title, family] as const))('%s', (_, family) => {
  test.concurrent.each(casesOf(family))('%s', async (__, item) => {
    const { seen, wanted } = await judgeCase(item);
    expect(seen).toEqual(wanted);
  });
});
