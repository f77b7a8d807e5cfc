import fc from 'fast-check';
import { checkHygiene } from '../../src/diagnosis/hygiene.ts';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import type { Account, TokenGrant } from '../../src/model/account.ts';
import type { InputWarning } from '../../src/model/diagnosis.ts';

interface Login {
  readonly host?: string;
  readonly username?: string;
  readonly password?: string;
}

/** An account whose credential was not judged by the inputs. */
function account({
  host = 'mail.example.test',
  username = 'user@example.test',
  password = 'correct horse battery staple',
}: Login = {}): Account {
  const valid = { ...ACCOUNT_DEFAULTS, host, username: 'u', password: 'p' };
  return { ...parseAccount(valid), username, credential: { kind: 'password', password } };
}

const check = (login: Login): InputWarning[] => checkHygiene(account(login));

function checkGrant(grant: TokenGrant): InputWarning[] {
  const endpoint = 'https://login.example.test/token';
  const request = { endpoint, endpointFrom: 'token-endpoint', grant } as const;
  return checkHygiene({ ...account(), credential: { kind: 'token-request', request } });
}

test('a sound credential gives no warning', () => {
  expect(check({})).toEqual([]);
});

test.each([
  ['a trailing newline', 'secret\n', 'line-break'],
  ['a trailing space', 'secret ', 'surrounding-space'],
  ['a no-break space', 'se\u00a0cret', 'unusual-space'],
  ['a byte order mark', '\ufeffsecret', 'byte-order-mark'],
  ['quotes', '"secret"', 'quotes'],
  ['an assignment', 'SMTP_PASSWORD=secret', 'assignment'],
  ['a variable', '$SMTP_PASSWORD', 'reference'],
  ['a placeholder', '<your-password>', 'placeholder'],
])('%s is a warning with its kind, for password and user name alike', (_name, value, kind) => {
  expect(check({ password: value })).toMatchObject([{ input: 'password', kind }]);
  expect(check({ username: value })).toMatchObject([{ input: 'username', kind }]);
});

test('the message says what is wrong with which input, the remedy what to do before anything else', () => {
  expect(check({ password: 'secret\n' })).toEqual([
    {
      input: 'password',
      kind: 'line-break',
      message:
        'The value of "password" contains a line break, mostly from a file or from "echo". It is sent exactly as it is; store it again without it (printf instead of echo).',
      remedy:
        'The stored password contains a line break, mostly from a file or from "echo": store it again without it (printf instead of echo).',
    },
  ]);
});

test('every secret of a token request is looked at', () => {
  const proof = { kind: 'secret', secret: '"abc~def"' } as const;
  expect(checkGrant({ kind: 'client-credentials', clientId: 'app ', proof })).toMatchObject([
    { input: 'client-id', kind: 'surrounding-space' },
    { input: 'client-secret', kind: 'quotes' },
  ]);
  const refreshToken = 'REFRESH_TOKEN=abc';
  expect(
    checkGrant({ kind: 'refresh-token', clientId: 'app', proof: { kind: 'none' }, refreshToken }),
  ).toMatchObject([{ input: 'refresh-token', kind: 'assignment' }]);
});

test('an access token is looked at', () => {
  const credential = { kind: 'access-token', accessToken: "'ya29.x'" } as const;
  expect(checkHygiene({ ...account(), credential })).toMatchObject([
    { input: 'access-token', kind: 'quotes' },
  ]);
});

test('characters outside ASCII give no warning: the login shows whether the server knows them', () => {
  expect(check({ password: 'Grüße-42 パスワード' })).toEqual([]);
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
])('%s: %j is the wrong kind of %s', (host, login, input, words) => {
  expect(check({ host, ...login })).toEqual([
    {
      input,
      kind: 'wrong-shape',
      message: expect.stringContaining(words) as string,
      remedy: expect.stringContaining(words) as string,
    },
  ]);
});

test.each([
  ['smtp.gmail.com', 'user@gmail.com', 'abcd efgh ijkl mnop'],
  ['smtp.gmail.com', 'user@gmail.com', 'abcdefghijklmnop'],
  ['smtp.sendgrid.net', 'apikey', 'SG.abc.def'],
  [AWS, 'AKIAIOSFODNN7EXAMPLE', `B${'A'.repeat(43)}`],
  ['smtp.sparkpostmail.com', 'SMTP_Injection:X-MSYS-SUBACCOUNT=17', 'key'],
])('%s: the right kind gives no warning', (host, username, password) => {
  expect(check({ host, username, password })).toEqual([]);
});

test('property: no warning holds the secret, a part of it, or its length', () => {
  const hosts = fc.constantFrom('smtp.gmail.com', AWS, 'smtp.sendgrid.net', 'mail.example.test');
  const secret = fc.stringMatching(/^[ "']?[A-Za-z0-9]{20,60}[\n\u00a0"' ]?$/);
  fc.assert(
    fc.property(hosts, secret, (host, password) => {
      const core = password.replace(/[^A-Za-z0-9]/g, '');
      for (const { message, remedy = '' } of check({ host, password })) {
        for (let at = 0; at + 6 <= core.length; at += 1) {
          expect(message + remedy).not.toContain(core.slice(at, at + 6));
        }
        expect(message).not.toMatch(new RegExp(`\\b${password.length}\\b`));
      }
    }),
  );
});
