import fc from 'fast-check';
import { MAX_PRINTABLE, printable } from '../../src/safety/printable.ts';

test.each([
  ['plain words', '535 5.7.8 no', '535 5.7.8 no'],
  ['other scripts', 'пароль パスワード 🔑 ß', 'пароль パスワード 🔑 ß'],
  ['a command', '::error::x', ':\\x3aerror:\\x3ax'],
  ['three colons', ':::', ':\\x3a:'],
  ['four colons', '::::', ':\\x3a:\\x3a'],
  ['a legacy command', 'a ##[error]x', 'a ##\\x5berror]x'],
  ['three hashes', '###[x', '###\\x5bx'],
  ['CR, LF, NUL, tab', 'a\rb\nc\0d\te', 'a\\x0db\\x0ac\\x00d\\x09e'],
  ['ESC and C1', '\x1b[31m\x9b', '\\x1b[31m\\x9b'],
  ['bidi', '\u202eabc\u2066', '\\u{202e}abc\\u{2066}'],
  ['zero width', 'a\u200b\u200d\ufeffb', 'a\\u{200b}\\u{200d}\\u{feff}b'],
  ['line separators', 'a\u2028b\u2029', 'a\\u{2028}b\\u{2029}'],
  ['fillers shown as nothing', '\u3164\u115f\u034f', '\\u{3164}\\u{115f}\\u{34f}'],
  ['tags', '\u{e0041}', '\\u{e0041}'],
  ['private use', '\ue000', '\\u{e000}'],
  ['a lone surrogate', 'a\ud800b', 'a\\u{d800}b'],
  ['the replacement character', '\ufffd', '\\u{fffd}'],
  ['a zero-width space in a command', ':\u200b:error', ':\\u{200b}:error'],
])('shows %s so that it can do no harm', (_, text, expected) => {
  expect(printable(text)).toBe(expected);
});

test.each([
  '::1',
  '2001:db8::1',
  'connected to ::1',
  '[::1]:587',
  'EHLO [IPv6:::1]',
  'EHLO [IPv6:2001:db8::1]',
])('the address in %j stays readable', (text) => {
  expect(printable(text)).toBe(text);
});

test.each([
  '::1 x::',
  '::1 and ::2::',
  '1IPv6:::1',
  '::1::',
  '::add::',
  '::fade ::x',
  'x::1',
  '::1x',
  '::1::error::',
  '::ffff::1',
  ':::1',
])('%j is not an address', (text) => {
  expect(printable(text)).not.toMatch(/^\s*::|::1::|x::1|::1x|v6:::1/);
});

test('a text of exactly the limit stays, a longer one is cut with a mark', () => {
  expect(printable('x'.repeat(MAX_PRINTABLE))).toBe('x'.repeat(MAX_PRINTABLE));
  expect(printable('x'.repeat(MAX_PRINTABLE + 1))).toBe(`${'x'.repeat(MAX_PRINTABLE - 1)}…`);
  expect(printable('abcdef', 4)).toBe('abc…');
  expect(printable('🔑🔑🔑🔑', 4)).toBe('🔑🔑🔑🔑');
  expect(printable('\0'.repeat(100), 10)).toBe('\\x00\\x00\\…');
});

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/u;
const nasty = fc.constantFrom(
  '::',
  ':',
  '##[',
  '#',
  '[',
  ']',
  '\r',
  '\n',
  '\0',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u2028',
  'error',
  '::1',
  'add-mask',
  '%0A',
  '\x1b[',
  '\x85',
  '\ud83d',
  '\ude00',
  ' ',
  '\u00a0',
  'a',
  'IPv6:',
  '.',
  '::error::',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(nasty, { maxLength: 120 }).map((parts) => parts.join('')),
);

test('property: whatever the input, no line begins a command, and nothing is invisible', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 400 }), (text, max) => {
      const shown = printable(text, max);
      expect(shown).not.toContain('##[');
      expect(shown).not.toMatch(INVISIBLE);
      // The runner trims the start of a line and needs a second pair of colons for a command.
      expect(shown.trimStart()).not.toMatch(/^::.*::/);
      expect(Array.from(shown).length).toBeLessThanOrEqual(max);
    }),
    { numRuns: 500 },
  );
});

test('property: what is printable already is left as it is', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = printable(text);
      expect(printable(shown)).toBe(shown);
    }),
  );
});
