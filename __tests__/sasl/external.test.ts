import { createExternal } from '../../src/sasl/external.ts';

test.each([
  ['the user name where one is given', 'robot@example.test', '[user name]'],
  ['nothing where the certificate is to say it', '', '='],
])('EXTERNAL says %s', async (_, username, shown) => {
  const mechanism = createExternal({ kind: 'certificate', username });
  expect(mechanism.isCredentialGiven).toBe(false);
  expect(mechanism.start()).toEqual({ bytes: Buffer.from(username), shown });
  expect(mechanism.isCredentialGiven).toBe(true);
  expect(mechanism.isComplete).toBe(true);
  expect(await mechanism.next('')).toBeUndefined();
});
