import fc from 'fast-check';
import { isIP } from 'node:net';
import { ValueError } from '../../src/inputs/reader.ts';
import * as values from '../../src/inputs/values.ts';
import { refusal } from './refusal.ts';

describe('parseChoice', () => {
  test('knows a choice in any case and gives it back as it is written', () => {
    expect(values.parseChoice('plain', ['LOGIN', 'PLAIN'])).toBe('PLAIN');
    expect(values.parseChoice('LOGIN', ['LOGIN', 'PLAIN'])).toBe('LOGIN');
  });

  test('names what is wrong and what is allowed', () => {
    expect(refusal(() => values.parseChoice('x', ['a', 'b']))).toContain('must be a or b, not "x"');
    expect(refusal(() => values.parseChoice('', ['a', 'b']))).toContain('must be a or b, not ""');
    expect(refusal(() => values.parseChoice('y'.repeat(120), ['a']))).toContain(
      'not a text of 120 characters',
    );
    expect(refusal(() => values.parseChoice('y'.repeat(100), ['a']))).toContain(
      `not "${'y'.repeat(100)}"`,
    );
  });
});

test('a boolean is true or false, in whatever case', () => {
  expect(values.parseBoolean('TRUE')).toBe(true);
  expect(values.parseBoolean('false')).toBe(false);
  expect(refusal(() => values.parseBoolean('yes'))).toContain('must be true or false, not "yes"');
});

test.each([
  ['1', 1],
  ['65535', 65535],
  ['0587', 587],
])('parseInteger(%j)', (text, expected) => {
  expect(values.parseInteger(text, 1, 65535)).toBe(expected);
});

test.each(['', '0', '65536', '-1', '1.5', '1e2', '0x1', ' 1', '1 ', '٣', 'x', '9999999999'])(
  'parseInteger refuses %j',
  (text) => {
    expect(refusal(() => values.parseInteger(text, 1, 65535))).toContain(
      `must be a whole number from 1 to 65535, not ${JSON.stringify(text)}`,
    );
  },
);

test.each([
  ['1', 1000],
  ['30', 30_000],
  ['0.5', 500],
  ['1.234', 1234],
  ['60', 60_000],
])('parseSeconds(%j)', (text, expected) => {
  expect(values.parseSeconds(text, 60)).toBe(expected);
});

test.each([
  '',
  '0',
  '0.0',
  '60.001',
  '61',
  '-1',
  '.5',
  '1.',
  '1.2345',
  '1s',
  'Infinity',
  ' 1',
  '1e1',
])('parseSeconds refuses %j', (text) => {
  const unit = text === '1s' ? ', without a unit' : '';
  expect(refusal(() => values.parseSeconds(text, 60))).toContain(
    `must be a number of seconds above 0 and up to 60${unit}, not ${JSON.stringify(text)}`,
  );
});

describe('parseHost', () => {
  test.each([
    ['smtp.example.com', 'smtp.example.com'],
    ['SMTP.Example.com', 'smtp.example.com'],
    ['localhost', 'localhost'],
    ['mail.example.com.', 'mail.example.com.'],
    ['_dmarc.example.com', '_dmarc.example.com'],
    ['mail.test1', 'mail.test1'],
    ['mail.1test', 'mail.1test'],
    [`${'abcdefg.'.repeat(31)}abcde`, `${'abcdefg.'.repeat(31)}abcde`],
    ['a-b.example', 'a-b.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '::1'],
    ['[::1]', '::1'],
    ['[127.0.0.1]', '127.0.0.1'],
    [`${'a'.repeat(63)}.test`, `${'a'.repeat(63)}.test`],
  ])('%j is a host', (text, expected) => {
    expect(values.parseHost(text)).toBe(expected);
  });

  test.each([
    ['', 'is empty'],
    ['smtp://x.test', 'must be the name alone, such as smtp.example.com, not a URL'],
    ['A+b-c.1://x', 'must be the name alone, such as smtp.example.com, not a URL'],
    ['x.test:587', 'must not include a port, as "x.test:587" does; use "port"'],
    ['1smtp://x', 'must be a host name or IP address, not "1smtp://x"'],
    ['x[::1]', 'must be a host name or IP address, not "x[::1]"'],
    ['x.test:587x', 'must be a host name or IP address, not "x.test:587x"'],
    ['alice@x.test', 'must be the name of the mail server, without "@"'],
    ['a b', 'must be a host name or IP address, not "a b"'],
    ['a/b', 'must be a host name or IP address, not "a/b"'],
    ['[::1]:25', 'must be a host name or IP address, not "[::1]:25"'],
    ['[::1', 'must be a host name or IP address, not "[::1"'],
    ['::1]', 'must be a host name or IP address, not "::1]"'],
    ['a%b', 'must be a host name or IP address, not "a%b"'],
    ['a?b', 'must be a host name or IP address, not "a?b"'],
    ['a#b', 'must be a host name or IP address, not "a#b"'],
    ['a\\b', 'must be a host name or IP address, not "a\\\\b"'],
    ['a..b', 'must be a host name or IP address, not "a..b"'],
    ['.', 'must be a host name or IP address, not "."'],
    ['-a.test', 'must be a host name or IP address, not "-a.test"'],
    ['a-.test', 'must be a host name or IP address, not "a-.test"'],
    ['127.0.0.300', 'must be a host name or IP address, not "127.0.0.300"'],
    ['10.0.1', 'must be a host name or IP address, not "10.0.1"'],
    ['example.123', 'must be a host name or IP address, not "example.123"'],
    [`${'a'.repeat(64)}.test`, `must be a host name or IP address, not "${'a'.repeat(64)}.test"`],
    ['abcdefg.'.repeat(32), 'must be a host name or IP address'],
    ['a\r\nb', 'must be a host name or IP address, not "a\\r\\nb"'],
  ])('refuses %j', (text, message) => {
    expect(refusal(() => values.parseHost(text))).toContain(message);
  });

  test('property: what is accepted as a host is an address or a name of plain labels', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        let host: string;
        try {
          host = values.parseHost(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ValueError);
          return;
        }
        if (isIP(host) === 0) expect(host).toMatch(/^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ['ci.example.test', 'ci.example.test'],
  ['localhost', 'localhost'],
  [`${'abcdefg.'.repeat(31)}abcde`, `${'abcdefg.'.repeat(31)}abcde`],
  ['[192.0.2.1]', '[192.0.2.1]'],
  ['[IPv6:2001:db8::1]', '[IPv6:2001:db8::1]'],
  ['bücher.example', 'xn--bcher-kva.example'],
])('parseEhloName(%j)', (text, expected) => {
  expect(values.parseEhloName(text)).toBe(expected);
});

test.each([
  'a b',
  'a\r\nAUTH',
  '[a b]',
  '[]',
  'x[1]',
  '[1]x',
  'a..b',
  '-a',
  '',
  `${'abcdefg.'.repeat(40)}test`,
  `[${'1'.repeat(254)}]`,
])('parseEhloName refuses %j', (text) => {
  expect(refusal(() => values.parseEhloName(text))).toContain(
    'must be a domain name or an address literal such as [192.0.2.1]',
  );
});

test('property: an EHLO name is printable ASCII without spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      try {
        expect(values.parseEhloName(text)).toMatch(/^[\x21-\x7e]+$/);
      } catch (error) {
        expect(error).toBeInstanceOf(ValueError);
      }
    }),
  );
});

const FINGERPRINT = 'ab'.repeat(32);

test.each([
  FINGERPRINT,
  FINGERPRINT.toUpperCase(),
  'AB:'.repeat(31) + 'AB',
  `sha256:${FINGERPRINT}`,
  `SHA-256=${FINGERPRINT}`,
  `sha256 = ${FINGERPRINT}`,
  `sha256 Fingerprint=${'AB:'.repeat(31)}AB`,
  `${'ab '.repeat(31)}ab`,
])('parseFingerprint(%j)', (text) => {
  expect(values.parseFingerprint(text)).toBe(FINGERPRINT);
});

test.each([
  '',
  'ab',
  FINGERPRINT.slice(1),
  `${FINGERPRINT}a`,
  `${FINGERPRINT.slice(1)}g`,
  `xsha256:${FINGERPRINT}`,
  `absha256:${FINGERPRINT.slice(2)}`,
])('parseFingerprint refuses %j', (text) => {
  expect(refusal(() => values.parseFingerprint(text))).toContain(
    'must be a SHA-256 fingerprint (64 hex digits, with or without colons)',
  );
});
