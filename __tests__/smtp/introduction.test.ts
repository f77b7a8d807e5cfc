import fc from 'fast-check';
import { parseCapabilities } from '../../src/smtp/introduction.ts';

const parse = (...lines: string[]): ReturnType<typeof parseCapabilities> =>
  parseCapabilities({ code: 250, lines: ['mail.test', ...lines] });

test.each([
  [['STARTTLS'], true],
  [['starttls'], true],
  [['StartTLS  '], true],
  [['SIZE 1', 'STARTTLS', 'HELP'], true],
  [['XSTARTTLS'], false],
  [['STARTTLSX'], false],
  [['START-TLS'], false],
  [['HELP STARTTLS'], false],
  [['-STARTTLS'], false],
  [[' STARTTLS'], false],
  [['SIZE\rSTARTTLS'], false],
  [['AUTH STARTTLS'], false],
  [[], false],
])('STARTTLS in %j: %s', (lines, expected) => {
  expect(parse(...lines).startTls).toBe(expected);
});

test.each([
  [['AUTH LOGIN PLAIN'], ['LOGIN', 'PLAIN']],
  [['auth login  plain '], ['LOGIN', 'PLAIN']],
  [['AUTH=LOGIN PLAIN'], ['LOGIN', 'PLAIN']],
  [
    ['AUTH LOGIN', 'AUTH PLAIN LOGIN'],
    ['LOGIN', 'PLAIN'],
  ],
  [['AUTH X_1-Z'], ['X_1-Z']],
  [['AUTH\tPLAIN'], []],
  [['AUTH'], []],
  [['AUTH='], []],
  [['XAUTH PLAIN'], []],
  [['AUTHX PLAIN'], []],
  [['HELP AUTH PLAIN'], []],
  [['AUTH LOGIN,PLAIN'], []],
  [['AUTH ABCDEFGHIJKLMNOPQRST'], ['ABCDEFGHIJKLMNOPQRST']],
  [['AUTH ABCDEFGHIJKLMNOPQRSTU'], []],
  [['AUTH <img> ::error:: PLAIN'], ['PLAIN']],
  [['SIZE PLAIN'], []],
])('mechanisms in %j: %j', (lines, expected) => {
  expect(parse(...lines).mechanisms).toEqual(expected);
});

test('the first line is a name and offers nothing', () => {
  expect(parseCapabilities({ code: 250, lines: ['STARTTLS'] }).startTls).toBe(false);
  expect(parseCapabilities({ code: 250, lines: ['AUTH PLAIN'] }).mechanisms).toEqual([]);
});

test('property: whatever a server offers, a mechanism is a short word of the SASL alphabet, once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 })), (lines) => {
      const { mechanisms } = parse('AUTH A', ...lines.map((line) => `AUTH ${line}`), ...lines);
      expect(new Set(mechanisms).size).toBe(mechanisms.length);
      for (const name of mechanisms) expect(name).toMatch(/^[A-Z0-9_-]{1,20}$/);
    }),
  );
});
