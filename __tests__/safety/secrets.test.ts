import { REDACTED } from '../../src/safety/redact.ts';
import { Secrets } from '../../src/safety/secrets.ts';

test('a secret that was given and one that came later are both hidden', () => {
  const secrets = new Secrets(['first-secret']);
  expect(secrets.redact('first-secret later-secret')).toBe(`${REDACTED} later-secret`);
  secrets.learn('later-secret');
  expect(secrets.redact('first-secret later-secret')).toBe(`${REDACTED} ${REDACTED}`);
});

test('a runner is told of what came later, and not again of what it gave', () => {
  const told: string[] = [];
  const secrets = new Secrets(['first-secret'], (secret) => told.push(secret));
  secrets.learn('later-secret');
  expect(told).toEqual(['later-secret']);
});

test('a user name that equals the token is hidden, one that only holds a short secret is not', () => {
  const secrets = new Secrets(['abc']);
  expect(secrets.redactFact('abc')).toBe(REDACTED);
  expect(secrets.redactFact('abcde')).toBe('abcde');
  secrets.learn('api-token-1');
  expect(secrets.redactFact('api-token-1')).toBe(REDACTED);
});
