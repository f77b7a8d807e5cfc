import fc from 'fast-check';
import { hostMatches, ownersOf } from '../../src/diagnosis/owners.ts';
import type { Provider } from '../../src/diagnosis/schema.ts';

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
const name = fc.array(label, { minLength: 2, maxLength: 5 }).map((labels) => labels.join('.'));

const provider = (id: string, ...hosts: string[]): Provider => ({ id, name: id, hosts });

test('a pattern without a star is one host and no other', () => {
  fc.assert(
    fc.property(name, name, (pattern, host) => {
      expect(hostMatches(pattern, pattern)).toBe(true);
      expect(hostMatches(pattern, host)).toBe(pattern === host);
    }),
  );
});

test('a star is one label or a part of one, never nothing and never two', () => {
  fc.assert(
    fc.property(label, label, name, (first, second, rest) => {
      expect(hostMatches(`*.${rest}`, `${first}.${rest}`)).toBe(true);
      expect(hostMatches(`*.${rest}`, rest)).toBe(false);
      expect(hostMatches(`*.${rest}`, `${first}.${second}.${rest}`)).toBe(false);
      expect(hostMatches(`${first}*.${rest}`, `${first}${second}.${rest}`)).toBe(true);
      expect(hostMatches(`${first}*.${rest}`, `${first}.${rest}`)).toBe(false);
    }),
  );
});

test('a host belongs to its companies in any case and with a final dot', () => {
  const companies = [provider('a', 'smtp.a.example'), provider('b', 'smtp.*.b.example')];
  expect(ownersOf('SMTP.A.Example.', companies).map(({ id }) => id)).toEqual(['a']);
  expect(ownersOf('smtp.eu.b.example', companies).map(({ id }) => id)).toEqual(['b']);
  expect(ownersOf('smtp.a.example.evil.example', companies)).toEqual([]);
});
