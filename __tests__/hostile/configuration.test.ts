import { configuration } from './cases/configuration.ts';
import { casesOf, judgeCase } from './support/run.ts';
import { closeWorld } from './support/world.ts';

afterAll(closeWorld);

test.concurrent.each(casesOf(configuration))('%s', async (_, item) => {
  const { seen, wanted } = await judgeCase(item);
  expect(seen).toEqual(wanted);
});
