import { createExternal } from '../../src/sasl/external.ts';

test.each([
  ['the user name where one is given', 'robot@example.test', 'robot@example.test'],
  ['nothing where the certificate is to say it', '', ''],
])('EXTERNAL says %s', async (_, username, said) => {
  const mechanism = createExternal({ kind: 'certificate', username });
  expect(mechanism.start()?.bytes.toString('utf8')).toBe(said);
  expect(mechanism.isComplete).toBe(true);
  expect(await mechanism.next('')).toBeUndefined();
});
