import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePassword, parseUsername } from '../../src/inputs/credential-values.ts';
import { parseCertificates } from '../../src/inputs/pem.ts';
import { ACTION_NAMING } from '../../src/inputs/naming.ts';
import { ValueError } from '../../src/inputs/reader.ts';
import * as values from '../../src/inputs/values.ts';
import { createAuthority } from '../support/certificates.ts';

describe('parseChoice', () => {
  test('knows a choice in any case and gives it back as it is written', () => {
    expect(values.parseChoice('plain', ['LOGIN', 'PLAIN'])).toBe('PLAIN');
    expect(values.parseChoice('LOGIN', ['LOGIN', 'PLAIN'])).toBe('LOGIN');
  });

  test('names what is wrong and what is allowed', () => {
    expect(() => values.parseChoice('x', ['a', 'b'])).toThrow('"x" is not one of a, b');
    expect(() => values.parseChoice('', ['a', 'b'])).toThrow('"" is not one of a, b');
    expect(() => values.parseChoice('y'.repeat(61), ['a'])).toThrow(`"${'y'.repeat(60)}…" is not`);
    expect(() => values.parseChoice('y'.repeat(60), ['a'])).toThrow(`"${'y'.repeat(60)}" is not`);
  });
});

test('parseBoolean', () => {
  expect(values.parseBoolean('TRUE')).toBe(true);
  expect(values.parseBoolean('false')).toBe(false);
  expect(() => values.parseBoolean('yes')).toThrow('"yes" is not one of true, false');
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
    expect(() => values.parseInteger(text, 1, 65535)).toThrow(
      `${JSON.stringify(text)} is not a whole number from 1 to 65535`,
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
  expect(() => values.parseSeconds(text, 60)).toThrow(
    `${JSON.stringify(text)} is not a number of seconds above 0 and up to 60`,
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
  ])('%j', (text, expected) => {
    expect(values.parseHost(text)).toBe(expected);
  });

  test.each([
    ['', 'is empty; give the name of the mail server'],
    ['smtp://x.test', 'is a URL; give the name alone, such as smtp.example.com'],
    ['A+b-c.1://x', 'is a URL; give the name alone, such as smtp.example.com'],
    ['x.test:587', '"x.test:587" includes a port; give it in the input "port"'],
    ['1smtp://x', '"1smtp://x" is not a host name or IP address'],
    ['x[::1]', '"x[::1]" is not a host name or IP address'],
    ['x.test:587x', '"x.test:587x" is not a host name or IP address'],
    ['alice@x.test', 'holds an "@"; give the name of the mail server alone'],
    ['a b', '"a b" is not a host name or IP address'],
    ['a/b', '"a/b" is not a host name or IP address'],
    ['[::1]:25', '"[::1]:25" is not a host name or IP address'],
    ['[::1', '"[::1" is not a host name or IP address'],
    ['::1]', '"::1]" is not a host name or IP address'],
    ['a%b', '"a%b" is not a host name or IP address'],
    ['a?b', '"a?b" is not a host name or IP address'],
    ['a#b', '"a#b" is not a host name or IP address'],
    ['a\\b', '"a\\\\b" is not a host name or IP address'],
    ['a..b', '"a..b" is not a host name or IP address'],
    ['.', '"." is not a host name or IP address'],
    ['-a.test', '"-a.test" is not a host name or IP address'],
    ['a-.test', '"a-.test" is not a host name or IP address'],
    ['127.0.0.300', '"127.0.0.300" is not a host name or IP address'],
    ['10.0.1', '"10.0.1" is not a host name or IP address'],
    ['example.123', '"example.123" is not a host name or IP address'],
    [`${'a'.repeat(64)}.test`, `"${'a'.repeat(60)}…" is not a host name or IP address`],
    ['abcdefg.'.repeat(32), 'is not a host name or IP address'],
    ['a\r\nb', '"a\\r\\nb" is not a host name or IP address'],
  ])('refuses %j', (text, message) => {
    expect(() => values.parseHost(text)).toThrow(message);
  });

  test('property: what is taken as a host is an address or a name of plain labels', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        let host: string;
        try {
          host = values.parseHost(text);
        } catch (error) {
          expect((error as Error).message).not.toBe('');
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
  expect(() => values.parseEhloName(text)).toThrow(
    'is not a domain name or an address literal such as [192.0.2.1]',
  );
});

test('property: an EHLO name is printable ASCII without a blank', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      try {
        expect(values.parseEhloName(text)).toMatch(/^[\x21-\x7e]+$/);
      } catch (error) {
        expect((error as Error).message).toContain('is not a domain name');
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
  expect(() => values.parseFingerprint(text)).toThrow(
    'is not a SHA-256 fingerprint: 64 hex digits, with or without colons',
  );
});

describe('parseCertificates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('as text, with other text around, and from a file', async () => {
    const [one, two] = [
      (await createAuthority()).cert.trim(),
      (await createAuthority()).cert.trim(),
    ];
    expect(parseCertificates(`# a\n${one}\n# b\n${two}\n`)).toBe(`${one}\n${two}`);
    const file = join(folder, 'ca.pem');
    writeFileSync(file, one);
    expect(parseCertificates(file)).toBe(one);
  });

  test('says what is wrong', async () => {
    const { cert, key } = await createAuthority();
    expect(() => parseCertificates(key)).toThrow('the text holds no PEM certificate');
    expect(() => parseCertificates(cert.slice(0, 99))).toThrow(
      'the text holds no PEM certificate',
    );
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
    expect(() => parseCertificates(`${cert}\n${broken}`)).toThrow(
      'certificate 2 cannot be read; is the PEM text cut or indented?',
    );
    expect(() => parseCertificates('/nonexistent')).toThrow(
      '"/nonexistent" is neither PEM text nor a readable file (ENOENT)',
    );
    const file = join(folder, 'empty.pem');
    writeFileSync(file, 'nothing');
    expect(() => parseCertificates(file)).toThrow(JSON.stringify(file).slice(0, 60));
    expect(() => parseCertificates(file)).toThrow('holds no PEM certificate');
  });
});

const EMPTY = /^is empty\. Either the step does not give it, or the repository secret is empty/;

test('a user name is taken as it is, without line ends and NUL', () => {
  expect(parseUsername(' a\tb ')).toBe(' a\tb ');
  expect(() => parseUsername('')).toThrow(EMPTY);
  for (const odd of ['a\n', '\ra', 'a\0b']) {
    expect(() => parseUsername(odd)).toThrow(
      'holds a line break or NUL; store it again without it',
    );
  }
});

test('a password is taken as it is, without NUL', () => {
  expect(parsePassword(' a\r\n ')).toBe(' a\r\n ');
  expect(() => parsePassword('')).toThrow(EMPTY);
  expect(() => parsePassword('a\0')).toThrow(
    'holds a NUL character, which no login can carry',
  );
});
