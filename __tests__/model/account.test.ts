import { secretsOf } from '../../src/model/account-secrets.ts';
import { Secrets } from '../../src/safety/secrets.ts';
import { VERDICTS } from '../../src/model/verdict.ts';
import fc from 'fast-check';
import { type AccountCredential, credentialFacts, hostKey } from '../../src/model/account.ts';
import { accountAt } from '../support/account.ts';
import { subjectOf } from '../../src/model/subject.ts';

test('one host is one host, however its name is written', () => {
  expect(hostKey('Mail.Example.TEST.')).toBe('mail.example.test');
  expect(hostKey('mail.example.test')).toBe('mail.example.test');
  expect(hostKey('mail..example')).toBe('mail..example');
});

test.each([
  ['::1', '::1'],
  ['0:0:0:0:0:0:0:1', '::1'],
  ['2001:DB8::0:1', '2001:db8::1'],
  ['2001:0db8:0000::1', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1%eth0'],
  ['127.0.0.1', '127.0.0.1'],
])('the address %s is the host %s', (host, key) => {
  expect(hostKey(host)).toBe(key);
});

test('property: the key of a key is the key itself', () => {
  const host = fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain());
  fc.assert(fc.property(host, (text) => hostKey(hostKey(text)) === hostKey(text)));
});

test('a report knows what was asked of the account, and nothing that is secret', () => {
  const password = { password: 'correct horse' };
  const asked = {
    ...{ host: 'localhost', port: 587, username: 'user@example.test' },
    ...{
      tlsMode: 'starttls',
      mechanism: 'auto',
      certificateFailDays: 0,
      expect: 'accepted',
      failOn: VERDICTS,
    },
    credential: { kind: 'password', isAscii: true },
  };
  expect(subjectOf(accountAt(587, '', password), String)).toStrictEqual(asked);
  const addresses = { from: 'boss@example.test', to: 'x@example.com' };
  expect(subjectOf(accountAt(587, '', { ...password, ...addresses }), String)).toStrictEqual({
    ...asked,
    ...addresses,
  });
});

const request = {
  endpoint: 'https://login.example.test/token',
  endpointFrom: 'token-endpoint',
} as const;

test.each<[string, AccountCredential, object]>([
  ['a password', { kind: 'password', password: 'a b' }, { kind: 'password', isAscii: true }],
  [
    'a password outside ASCII',
    { kind: 'password', password: 'pässword' },
    { kind: 'password', isAscii: false },
  ],
  [
    'a token that is fetched',
    {
      kind: 'token-request',
      request: {
        ...request,
        grant: {
          ...{ kind: 'client-credentials', clientId: 'x' },
          proof: { kind: 'secret', secret: 'y' },
        },
      },
    },
    { kind: 'token-request', grant: 'client-credentials', proof: 'secret', isAscii: true },
  ],
  [
    'a token of a service account',
    {
      kind: 'token-request',
      request: {
        ...request,
        grant: { kind: 'service-account', issuer: 'i', privateKey: 'k', subject: 's' },
      },
    },
    { kind: 'token-request', grant: 'service-account', isAscii: true },
  ],
])('what is known of %s', (_, credential, facts) => {
  expect(credentialFacts({ credential })).toStrictEqual(facts);
});

test('a name takes the place of the user name, also where that is the sender', () => {
  const inputs = {
    password: 'x',
    name: ' Billing ',
    from: 'user@example.test',
    to: 'b@example.com',
  };
  const { redactFact } = new Secrets().forAccount(secretsOf(accountAt(587, '', inputs)));
  const shown = subjectOf(accountAt(587, '', inputs), redactFact);
  expect(shown).toMatchObject({ name: 'Billing', from: 'Billing', to: 'b@example.com' });
  expect(JSON.stringify(shown)).not.toContain('user@example.test');
});

test.each([
  ['has no name', {}],
  ['has its user name in its name', { name: 'user@example.test, the first' }],
  [
    'has a short user name, which may be a word of the server',
    { username: 'apikey', name: 'Mail' },
  ],
])('the user name is not hidden where an account %s', (_, inputs) => {
  expect(secretsOf(accountAt(587, '', { password: 'xyz', ...inputs }))).toEqual(['xyz']);
});

test('a line break in a password does not make it a password outside ASCII', () => {
  const isAscii = (password: string): boolean =>
    credentialFacts({ credential: { kind: 'password', password } }).isAscii;
  expect(isAscii('correct horse\n')).toBe(true);
  expect(isAscii('corréct horse')).toBe(false);
});
