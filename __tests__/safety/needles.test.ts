import fc from 'fast-check';
import { fold } from '../../src/safety/fold.ts';
import { Needles } from '../../src/safety/needles.ts';

function findWith(needles: readonly string[], text: string): string[] {
  const index = new Needles();
  for (const needle of needles) index.add(fold(needle));
  return index.find(text).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['nothing', ['abcd'], 'xyz', []],
  ['one among many', ['abcd', 'bcde', 'zzzz'], 'x bcde y', ['bcde']],
  ['the longest of those that begin alike', ['abcd', 'abcdef', 'abcdefgh'], 'abcdefg', ['abcdef']],
  ['what overlaps, as one', ['abcdef', 'defghi'], '-abcdefghi-', ['abcdefghi']],
  ['in another letter case', ['AbCd'], 'aBcD', ['aBcD']],
  ['nothing shorter than four characters', ['abc'], 'abc', []],
])('finds %s', (_, needles, text, found) => {
  expect(findWith(needles, text)).toEqual(found);
});

test('finds a needle that is added after a search', () => {
  const index = new Needles();
  index.add('abcdef');
  expect(index.find('abcdxx')).toEqual([]);
  index.add('abcdxx');
  expect(index.find('abcdxx')).toEqual([{ start: 0, end: 6 }]);
});

test('a needle that stands for a longer secret hides what follows, up to the next space', () => {
  const index = new Needles();
  index.add('abcdefgh', 12);
  expect(index.find('x abcdefghijklmn y')).toEqual([{ start: 2, end: 16 }]);
  expect(index.find('x abcdefgh y')).toEqual([{ start: 2, end: 12 }]);
});

/** Few letters, so that needles begin alike, overlap and repeat themselves. */
const letters = fc.constantFrom('a', 'b', 'A', ' ');
const word = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(letters, { minLength, maxLength }).map((parts) => parts.join(''));

test('property: covers the same characters as a search for one needle after the other', () => {
  fc.assert(
    fc.property(fc.array(word(4, 7), { maxLength: 12 }), word(0, 40), (needles, text) => {
      const index = new Needles();
      for (const needle of needles) index.add(fold(needle));
      const covered = new Set<number>();
      for (const { start, end } of index.find(text)) {
        for (let at = start; at < end; at += 1) covered.add(at);
      }
      const expected = new Set<number>();
      for (const needle of needles.map(fold)) {
        for (let at = 0; at + needle.length <= text.length; at += 1) {
          if (!fold(text).startsWith(needle, at)) continue;
          for (let n = 0; n < needle.length; n += 1) expected.add(at + n);
        }
      }
      expect([...covered].sort()).toEqual([...expected].sort());
      expect(index.has(fold(text))).toBe(expected.size > 0);
    }),
  );
});

test('property: a beginning of eight characters or more is found at the end of a line', () => {
  const secret = fc.string({ unit: 'grapheme-ascii', minLength: 9, maxLength: 30 });
  fc.assert(
    fc.property(secret, fc.nat(), word(0, 10), (value, more, before) => {
      const cut = value.slice(0, 8 + (more % (value.length - 8)));
      const index = new Needles();
      index.add(fold(value));
      const spans = index.find(`${before}\n${cut}\n${before}`);
      const at = before.length + 1;
      expect(spans.some(({ start, end }) => start <= at && end >= at + cut.length)).toBe(true);
    }),
  );
});
