import fc from 'fast-check';
import { parseFailOn } from '../../src/inputs/fail-on.ts';
import { VERDICTS } from '../../src/model/verdict.ts';
import { refusal } from './refusal.ts';

test('"all" is every verdict', () => {
  expect(parseFailOn('all', 'accepted')).toEqual(VERDICTS);
  expect(parseFailOn(' ALL ', 'rejected')).toEqual(VERDICTS);
});

test('names may have commas, spaces and line breaks between them, in any order and letter case', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...VERDICTS.slice(1)), { minLength: 1 }),
      fc.constantFrom(',', ', ', ' ', '\n', ',\n  ', '\r\n'),
      (names, between) => {
        expect(parseFailOn(names.join(between), 'accepted')).toEqual(names);
        expect(parseFailOn(names.join(between).toUpperCase(), undefined)).toEqual(names);
      },
    ),
  );
});

test('a name that is given twice counts once', () => {
  expect(parseFailOn('tls, rejected, tls', 'accepted')).toEqual(['tls', 'rejected']);
});

test.each([
  ['rejected, timeuot', 'must not name "timeuot", which is not a verdict. Did you mean "timeout"?'],
  ['wrong-credentials', 'which is not a verdict. Give "all", or some of accepted, rejected,'],
  ['rejected, all', 'must be either "all" or names of verdicts'],
  [' , ', 'must name a verdict; give "all", or some of accepted'],
  ['constructor', 'must not name "constructor"'],
  ['__proto__', 'must not name "__proto__"'],
])('%j is refused', (value, words) => {
  expect(refusal(() => parseFailOn(value, 'accepted'))).toContain(words);
});

test('"accepted" alone can fail nothing where it is expected, so it is refused', () => {
  expect(refusal(() => parseFailOn('accepted', 'accepted'))).toContain('"expect: rejected"');
  expect(parseFailOn('accepted', 'rejected')).toEqual(['accepted']);
  expect(parseFailOn('accepted, rejected', 'accepted')).toEqual(['accepted', 'rejected']);
});

test('whatever is not a verdict is refused with a ValueError', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const words = value
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean);
      fc.pre(
        !words.every((word) => word === 'all' || VERDICTS.some((verdict) => verdict === word)),
      );
      expect(refusal(() => parseFailOn(value, 'accepted'))).not.toBe('');
    }),
  );
});
