import fc from 'fast-check';
import { ValueError } from '../../src/inputs/reader.ts';
import { MAX_ACCOUNT_NAME, parseName } from '../../src/inputs/values.ts';
import { printable } from '../../src/safety/printable.ts';
import { refusal } from './refusal.ts';

test.each(['Billing', 'billing@example.com', '請求書', 'Büro 2 (Köln)', 'a'.repeat(60)])(
  '%s is a name, and spaces around it are not part of it',
  (name) => {
    expect(parseName(` ${name} `)).toBe(name);
  },
);

test.each([
  ['   ', 'contains only spaces'],
  ['a'.repeat(61), 'at most 60 characters'],
  ['two\nlines', 'a line break'],
  ['\u202egnillib', 'cannot show'],
  ['bil\u200bling', 'cannot show'],
  ['::error::x', 'cannot show'],
  ['##[error]x', 'cannot show'],
  ['bell\x07', 'cannot show'],
])('%j is refused, and not repeated', (value, words) => {
  expect(refusal(() => parseName(value))).toContain(words);
  if (value.trim() !== '') expect(refusal(() => parseName(value))).not.toContain(value);
});

test('what is accepted is shown as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (value) => {
      try {
        const name = parseName(value);
        expect(printable(name, MAX_ACCOUNT_NAME)).toBe(name);
      } catch (error) {
        expect(error).toBeInstanceOf(ValueError);
      }
    }),
  );
});
