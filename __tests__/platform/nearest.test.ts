import fc from 'fast-check';
import { nearest } from '../../src/platform/nearest.ts';

const NAMES = ['password', 'username', 'host', 'timeout', 'tls-ca', 'client-secret'];

test.each([
  ['pasword', 'password'],
  ['passwrod', 'password'],
  ['tmieout', 'timeout'],
  ['client-sceret', 'client-secret'],
])('%s is near %s', (typed, name) => {
  expect(nearest(typed, NAMES)).toBe(name);
});

test.each(['hots', 'hos', 'passport-x', 'password-env', 'timers', 'passwrods', 'certificate', ''])(
  '%s is near nothing',
  (typed) => {
    expect(nearest(typed, NAMES)).toBeUndefined();
  },
);

test('property: every name is nearest to itself if it has five letters', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{5,12}$/), { minLength: 1, maxLength: 9 });
  fc.assert(fc.property(names, (all) => all.every((name) => nearest(name, all) === name)));
});

test('a key of a million letters costs no time', () => {
  const startedAt = performance.now();
  expect(nearest('p'.repeat(1_000_000), NAMES)).toBeUndefined();
  expect(performance.now() - startedAt).toBeLessThan(200);
});
