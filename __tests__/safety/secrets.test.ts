import { performance } from 'node:perf_hooks';
import { REDACTED } from '../../src/safety/redact.ts';
import { Secrets } from '../../src/safety/secrets.ts';

test('a secret that was given and one that came later are both hidden', () => {
  const secrets = new Secrets().forAccount(['first-secret']);
  expect(secrets.redact('first-secret later-secret')).toBe(`${REDACTED} later-secret`);
  secrets.learn('later-secret');
  expect(secrets.redact('first-secret later-secret')).toBe(`${REDACTED} ${REDACTED}`);
});

test('a runner is told of what came later, and not again of what it gave', () => {
  const told: string[] = [];
  const secrets = new Secrets((secret) => told.push(secret)).forAccount(['first-secret']);
  secrets.learn('later-secret');
  expect(told).toEqual(['later-secret']);
});

test('a user name that equals the token is hidden, one that only holds a short secret is not', () => {
  const secrets = new Secrets().forAccount(['abc']);
  expect(secrets.redactFact('abc')).toBe(REDACTED);
  expect(secrets.redactFact('abcde')).toBe('abcde');
  secrets.learn('api-token-1');
  expect(secrets.redactFact('api-token-1')).toBe(REDACTED);
});

test('the secret of one account is hidden in the replies to all others, whichever came first', () => {
  const run = new Secrets();
  const [first, second] = [run.forAccount(['secret-of-first']), run.forAccount(['other-secret'])];
  expect(second.redact('550 secret-of-first?')).toBe(`550 ${REDACTED}?`);
  second.learn('token-of-second');
  expect(first.redact('550 token-of-second other-secret')).toBe(`550 ${REDACTED} ${REDACTED}`);
});

test('a secret below four characters withholds the texts of its own account alone', () => {
  const run = new Secrets();
  const [short, other] = [run.forAccount(['abc']), run.forAccount(['long-secret'])];
  expect(short.redact('hello')).toContain('[withheld');
  expect(other.redact('hello abc')).toBe('hello abc');
});

/** "Invalid [redacted] or password" would tell the password of one account, and the cause of no other. */
test('a password that is an ordinary word of replies is hidden for its own account alone', () => {
  const run = new Secrets();
  const [weak, other] = [run.forAccount(['Username']), run.forAccount(['long-secret'])];
  expect(weak.redact('invalid username')).toBe(`invalid ${REDACTED}`);
  expect(other.redact('invalid username')).toBe('invalid username');
});

describe('with the secrets of a list of 5,000 accounts', () => {
  const COUNT = 5000;
  const run = new Secrets();
  const accounts = Array.from({ length: COUNT }, (_, n) =>
    run.forAccount([`company-${n}-${(n * 7919).toString(36)}`]),
  );

  test('a reply that repeats one of them does not show it', () => {
    const said = `no: company-4711-${(4711 * 7919).toString(36)}`;
    expect(accounts[0]?.redact(said)).toBe(`no: ${REDACTED}`);
  });

  test.each([
    ['an ordinary refusal', '5.7.8 Error: authentication failed: authentication failure', 50],
    ['64 KiB of what all secrets begin with', 'company-4'.repeat(7000), 5000],
    ['64 KiB of escapes', '&#99;\\u0063'.repeat(6000), 5000],
  ])('%s is looked through in %s ms', (_, text, limitMs) => {
    accounts[0]?.redact('the first text puts the secrets in order');
    const startedAt = performance.now();
    accounts[1]?.redact(text);
    expect(performance.now() - startedAt).toBeLessThan(limitMs);
  });
});
