import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import { parseAccount } from '../../src/inputs/account.ts';
import { hostKey } from '../../src/model/account.ts';
import { refusal } from '../../src/smtp/auth.ts';
import { addressLiteral } from '../../src/smtp/dialogue.ts';
import { subjectOf } from '../../src/model/result.ts';
import { parseReply } from '../support/results.ts';

describe('a reply that says "later"', () => {
  test.each([
    '454 4.7.0 Too many login attempts, please try again later.',
    '450 4.7.1 Rate limit for this user',
    '450 4.7.1 Client is being ratelimited',
    '450 4.7.1 rate-limited',
    '454 Throttling failure: slow down',
    '432 4.3.2 Concurrent connections limit reached',
    '421 4.4.2 Message submission rate has exceeded the configured limit',
    '421 4.7.0 Try again later, too few free connections',
    '421 4.7.0 Please try again later: your last logins were many',
  ])('asks for fewer logins: %s', (line) => {
    expect(refusal(parseReply(line))).toBe('throttled');
  });

  test.each([
    '454 4.7.0 Temporary authentication failure',
    '451 4.7.0 Temporary server error. Please try again later. PRX5',
    `421 4.7.0 try again later ${'.'.repeat(101)} connections`,
    '400 4.0.0 Later',
    '499 4.9.9 Later',
  ])('asks for patience only: %s', (line) => {
    expect(refusal(parseReply(line))).toBe('temporary-failure');
  });

  test.each(['399 too many', '500 too many', '535 5.7.8 too many'])('is not: %s', (line) => {
    expect(refusal(parseReply(line))).toBeUndefined();
  });
});

/** RFC 5321 section 4.1.3. */
test.each([
  ['192.0.2.7', '[192.0.2.7]'],
  ['::1', '[IPv6:::1]'],
  ['2001:db8::7', '[IPv6:2001:db8::7]'],
  ['::ffff:192.0.2.7', '[192.0.2.7]'],
  ['::FFFF:192.0.2.7', '[192.0.2.7]'],
  ['::ffff:c000:207', '[IPv6:::ffff:c000:207]'],
  ['2001:db8::ffff:192.0.2.7', '[IPv6:2001:db8::ffff:192.0.2.7]'],
  ['fe80::1%eth0', '[IPv6:fe80::1]'],
  [undefined, '[127.0.0.1]'],
])('a client without a name at %s says EHLO %s', (address, literal) => {
  expect(addressLiteral(address)).toBe(literal);
});

test('one host is one host, however its name is written', () => {
  expect(hostKey('Mail.Example.TEST.')).toBe('mail.example.test');
  expect(hostKey('mail.example.test')).toBe('mail.example.test');
  expect(hostKey('mail..example')).toBe('mail..example');
});

test('a report knows of the account what was asked, and nothing that is secret', () => {
  const raw = {
    ...ACCOUNT_DEFAULTS,
    host: 'mail.example.test',
    username: 'user@example.test',
    password: 'correct horse',
  };
  const asked = {
    host: 'mail.example.test',
    port: 587,
    username: 'user@example.test',
    tlsMode: 'starttls',
    mechanism: 'auto',
    certificateWarnDays: 14,
    expect: 'accepted',
  };
  expect(subjectOf(parseAccount(raw))).toStrictEqual(asked);
  const addresses = { from: 'boss@example.test', to: 'x@example.com' };
  expect(subjectOf(parseAccount({ ...raw, ...addresses }))).toStrictEqual({
    ...asked,
    ...addresses,
  });
});
