import { parseAccount } from '../../src/inputs/account.ts';
import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import { hostKey } from '../../src/model/account.ts';
import { subjectOf } from '../../src/model/observation.ts';

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
    credential: { kind: 'password', isAscii: true },
  };
  expect(subjectOf(parseAccount(raw))).toStrictEqual(asked);
  const addresses = { from: 'boss@example.test', to: 'x@example.com' };
  expect(subjectOf(parseAccount({ ...raw, ...addresses }))).toStrictEqual({
    ...asked,
    ...addresses,
  });
});
