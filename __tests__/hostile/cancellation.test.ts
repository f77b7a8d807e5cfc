import { cancellation } from './cases/cancellation.ts';
import { casesOf, judgeCase } from './support/run.ts';
import { closeWorld } from './support/world.ts';

afterAll(closeWorld);

test.concurrent.each(casesOf(cancellation))('%s', async (_, item) => {
  const { seen, wanted } = await judgeCase(item);
  expect(seen).toEqual(wanted);
});
