import fc from 'fast-check';
import { checkHygiene } from '../../src/diagnosis/hygiene.ts';
import type { Account } from '../../src/model/account.ts';
import type { InputWarning } from '../../src/model/diagnosis.ts';
import { accountAt } from '../support/account.ts';

interface Given {
  readonly host?: string;
  readonly username?: string;
  readonly password?: string;
}

/** An account as it would be after parsing, whatever the parser thinks of it. */
function accountOf({ host, username, password = 'correct horse battery staple' }: Given): Account {
  return {
    ...accountAt(587, '', { username: 'user@example.test', password: 'x' }),
    ...(host !== undefined && { host }),
    ...(username !== undefined && { username }),
    credential: { kind: 'password', password },
  };
}

function warnings(given: Given): string[] {
  return checkHygiene(accountOf(given)).map(({ input, kind }) => `${input}: ${kind}`);
}

test('a sound credential gives no warning', () => {
  expect(warnings({})).toEqual([]);
});

test.each([
  ['a trailing newline', 'secret\n', 'line-break'],
  ['a carriage return', 'secret\r\n', 'line-break'],
  ['a leading space', ' secret', 'surrounding-space'],
  ['a trailing tab', 'secret\t', 'surrounding-space'],
  ['a no-break space', 'se\u00a0cret', 'unusual-space'],
  ['a trailing no-break space', 'secret\u00a0', 'unusual-space'],
  ['a zero-width space', 'se\u200bcret', 'unusual-space'],
  ['a byte order mark', '\ufeffsecret', 'byte-order-mark'],
  ['decomposed accents', 'cafe\u0301-password', 'decomposed'],
  ['double quotes', '"secret"', 'quotes'],
  ['single quotes', "'secret'", 'quotes'],
  ['an expression', '${{ secrets.PASSWORD }}', 'reference'],
  ['an assignment', 'SMTP_PASSWORD=secret', 'assignment'],
  ['a control character', 'sec\u0007ret', 'control-character'],
])('%s is warned about, with what to do when the login is refused', (_name, value, kind) => {
  expect(warnings({ password: value })).toEqual([`password: ${kind}`]);
  expect(warnings({ username: value })).toEqual([`username: ${kind}`]);
  const [warning] = checkHygiene(accountOf({ password: value }));
  expect(warning?.remedy).toMatch(/^The stored password .+: .+\.$/);
});

test.each([
  ['one quotation mark', '"'],
  ['a quotation mark inside', 'se"cret"'],
  ['a space inside', 'two words'],
  ['composed accents', 'caf\u00e9'],
])('%s is not a reason to warn', (_name, password) => {
  expect(warnings({ password })).toEqual([]);
});

const AWS = 'email-smtp.eu-west-1.amazonaws.com';

test.each([
  ['smtp.sendgrid.net', { username: 'me@example.com', password: 'SG.x' }, 'username', 'apikey'],
  ['smtp.sendgrid.net', { username: 'apikey', password: 'x' }, 'password', 'SG.'],
  ['smtp.resend.com', { username: 'me', password: 're_x' }, 'username', '"resend"'],
  ['smtp.sparkpostmail.com', { username: 'smtp_injection' }, 'username', 'SMTP_Injection'],
  ['smtp.mx.cloudflare.net', { username: 'token' }, 'username', 'api_token'],
  ['smtp-relay.brevo.com', { password: 'xkeysib-abc' }, 'password', 'xsmtpsib-'],
  ['smtp.gmail.com', { password: 'My-Own-Password1' }, 'password', '16 letters'],
  [AWS, { username: 'ASIAIOSFODNN7EXAMPLE' }, 'username', 'temporary'],
  [AWS, { username: 'me@example.com' }, 'username', 'access key ID'],
  [
    AWS,
    { username: 'AKIAIOSFODNN7EXAMPLE', password: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
    'password',
    'secret access key',
  ],
])('%s: %j is the wrong kind of %s', (host, given, input, words) => {
  expect(checkHygiene(accountOf({ host, ...given }))).toEqual([
    {
      input,
      kind: 'wrong-shape',
      message: expect.stringContaining(words) as string,
      remedy: expect.stringContaining(words) as string,
    } satisfies InputWarning,
  ]);
});

test.each([
  ['smtp.gmail.com', 'user@gmail.com', 'abcd efgh ijkl mnop'],
  ['smtp.gmail.com', 'user@gmail.com', 'abcdefghijklmnop'],
  ['smtp.sendgrid.net', 'apikey', 'SG.abc.def'],
  [AWS, 'AKIAIOSFODNN7EXAMPLE', `B${'A'.repeat(43)}`],
  ['smtp.sparkpostmail.com', 'SMTP_Injection:X-MSYS-SUBACCOUNT=17', 'key'],
])('%s: the right kind gives no warning', (host, username, password) => {
  expect(warnings({ host, username, password })).toEqual([]);
});

test('no message holds the secret, a part of it, or its length', () => {
  const hosts = fc.constantFrom('smtp.gmail.com', AWS, 'smtp.sendgrid.net', 'mail.example.test');
  const secret = fc.stringMatching(/^[ "']?[A-Za-z0-9]{20,60}[\n\u00a0"' ]?$/);
  fc.assert(
    fc.property(hosts, secret, (host, password) => {
      const core = password.replace(/[^A-Za-z0-9]/g, '');
      for (const { message, remedy = '' } of checkHygiene(accountOf({ host, password }))) {
        for (let at = 0; at + 6 <= core.length; at += 1) {
          expect(message + remedy).not.toContain(core.slice(at, at + 6));
        }
        expect(message + remedy).not.toMatch(new RegExp(`\\b${password.length}\\b`));
      }
    }),
  );
});
