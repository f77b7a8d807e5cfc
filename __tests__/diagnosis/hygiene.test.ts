import fc from 'fast-check';
import { checkHygiene, type Credential } from '../../src/diagnosis/hygiene.ts';

const GOOD: Credential = {
  host: 'mail.example.test',
  username: 'user@example.test',
  password: 'correct horse battery staple',
};

function warnings(changes: Partial<Credential>): string[] {
  return checkHygiene({ ...GOOD, ...changes }).map(({ input, message }) => `${input}: ${message}`);
}

test('a sound credential gives no warning', () => {
  expect(warnings({})).toEqual([]);
});

test.each([
  ['a trailing newline', 'secret\n', 'line break'],
  ['a carriage return', 'secret\r\n', 'line break'],
  ['a leading blank', ' secret', 'begins or ends with a blank'],
  ['a trailing tab', 'secret\t', 'begins or ends with a blank'],
  ['a no-break space', 'se\u00a0cret', 'not an ordinary one'],
  ['a trailing no-break space', 'secret\u00a0', 'not an ordinary one'],
  ['a zero-width space', 'se\u200bcret', 'not an ordinary one'],
  ['a byte order mark', '\ufeffsecret', 'byte order mark'],
  ['decomposed accents', 'cafe\u0301-password', 'not NFC'],
  ['double quotes', '"secret"', 'quotation marks'],
  ['single quotes', "'secret'", 'quotation marks'],
  ['an expression', '${{ secrets.PASSWORD }}', 'not evaluated'],
  ['a control character', 'sec\u0007ret', 'control character'],
])('%s is warned about', (_name, password, words) => {
  expect(warnings({ password })).toEqual([expect.stringContaining(words)]);
  expect(warnings({ username: password })).toEqual([expect.stringContaining(words)]);
});

test.each([
  ['one quotation mark', '"'],
  ['a quotation mark inside', 'se"cret"'],
  ['a blank inside', 'two words'],
  ['composed accents', 'caf\u00e9'],
  ['a dollar brace', '${secret}'],
])('%s is no reason to warn', (_name, password) => {
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
])('%s: %j is the wrong kind of %s', (host, changes, input, words) => {
  const found = checkHygiene({ ...GOOD, host, ...changes });
  expect(found).toEqual([{ input, message: expect.stringContaining(words) as string }]);
});

test.each([
  ['smtp.gmail.com', 'user@gmail.com', 'abcd efgh ijkl mnop'],
  ['smtp.gmail.com', 'user@gmail.com', 'abcdefghijklmnop'],
  ['smtp.sendgrid.net', 'apikey', 'SG.abc.def'],
  [AWS, 'AKIAIOSFODNN7EXAMPLE', `B${'A'.repeat(43)}`],
  ['smtp.sparkpostmail.com', 'SMTP_Injection:X-MSYS-SUBACCOUNT=17', 'key'],
])('%s: the right kind gives no warning', (host, username, password) => {
  expect(checkHygiene({ host, username, password })).toEqual([]);
});

test('no message holds the secret, a part of it, or its length', () => {
  const hosts = fc.constantFrom('smtp.gmail.com', AWS, 'smtp.sendgrid.net', 'mail.example.test');
  const secret = fc.stringMatching(/^[ "']?[A-Za-z0-9]{20,60}[\n\u00a0"' ]?$/);
  fc.assert(
    fc.property(hosts, secret, (host, password) => {
      const core = password.replace(/[^A-Za-z0-9]/g, '');
      for (const { message } of checkHygiene({ ...GOOD, host, password })) {
        for (let at = 0; at + 6 <= core.length; at += 1) {
          expect(message).not.toContain(core.slice(at, at + 6));
        }
        expect(message).not.toMatch(new RegExp(`\\b${password.length}\\b`));
      }
    }),
  );
});
