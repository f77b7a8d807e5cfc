import { createCramMd5 } from '../../src/sasl/password.ts';
import { SaslError } from '../../src/sasl/mechanism.ts';
import { answerTo, toBase64 } from './support.ts';

const given = { username: 'tim', password: 'tanstaaftanstaaf' };
const CHALLENGE = '<1896.697170952@postoffice.reston.mci.net>';
const DIGEST = 'b913a602c7eda7a495b4e6e7334d3890';

test('the example of RFC 2195', async () => {
  const mechanism = createCramMd5(given);
  expect(mechanism.start()).toBeUndefined();
  expect(mechanism.isComplete).toBe(false);
  expect(await answerTo(mechanism, CHALLENGE)).toBe(`tim ${DIGEST}`);
  expect(mechanism.isComplete).toBe(true);
});

test('the digest is named as a secret', async () => {
  const response = await createCramMd5(given).next(toBase64(CHALLENGE));
  expect(response?.secret).toBe(DIGEST);
});

test('a second challenge is refused', async () => {
  const mechanism = createCramMd5(given);
  await answerTo(mechanism, CHALLENGE);
  expect(await mechanism.next(toBase64(CHALLENGE))).toBeUndefined();
});

test.each([
  ['an empty challenge, whose answer would be good for ever', ''],
  ['a challenge that is not Base64', '<1896@example.test>'],
  ['Base64 with something after it', 'PDE4OTY+\x00'],
  ['Base64 without its padding', 'PDE4OTY'],
])('%s is not answered', (_, challenge) => {
  const mechanism = createCramMd5(given);
  expect(() => mechanism.next(challenge)).toThrow(SaslError);
  expect(mechanism.isCredentialGiven).toBe(false);
});
