import { FLAGS } from '../../src/cli/flags.ts';
import { KEYS } from '../../src/inputs/list/entry.ts';
import { didYouMean, findMeant } from '../../src/inputs/meant.ts';
import { ACCOUNT_DEFAULTS, RUN_DEFAULTS } from '../../src/inputs/names.ts';

const INPUTS = [...Object.keys(ACCOUNT_DEFAULTS), ...Object.keys(RUN_DEFAULTS)];

test.each([
  ['server', 'host'],
  ['smtp_server', 'host'],
  ['smtpServer', 'host'],
  ['SMTP-HOST', 'host'],
  ['login', 'username'],
  ['user', 'username'],
  ['user-name', 'username'],
  ['pass', 'password'],
  ['pwd', 'password'],
  ['passwd', 'password'],
  ['key', 'client-key'],
  ['auth', 'mechanism'],
  ['auth_method', 'mechanism'],
  ['from_address', 'from'],
  ['tls_ca', 'tls-ca'],
  ['TLS_CA', 'tls-ca'],
  ['tlsca', 'tls-ca'],
  ['ca', 'tls-ca'],
  ['start-tls', 'starttls'],
  ['tenant', 'tenant-id'],
  ['refreshToken', 'refresh-token'],
  ['junit', 'report-junit'],
])('the input "%s" means "%s"', (typed, meant) => {
  expect(findMeant(typed, INPUTS)).toEqual([meant]);
});

test.each([
  ['tls', ['implicit-tls', 'starttls']],
  ['ssl', ['implicit-tls', 'starttls']],
  ['cert', ['tls-ca', 'client-certificate']],
  ['token', ['access-token', 'github-token']],
])('"%s" may mean one of two inputs, and both are named', (typed, meant) => {
  expect(findMeant(typed, INPUTS)).toEqual(meant);
});

test.each([
  ['pasword', 'password'],
  ['passwrod', 'password'],
  ['usrname', 'username'],
  ['mechansim', 'mechanism'],
  ['timout', 'timeout'],
  ['retires', 'retries'],
  ['expext', 'expect'],
  ['acounts', 'accounts'],
  ['tls-servernam', 'tls-servername'],
])('"%s" is a misspelling of "%s"', (typed, meant) => {
  expect(findMeant(typed, INPUTS)).toEqual([meant]);
});

test.each(['password_env', 'password-file', 'passwordFile', 'password-env', 'PASSWORD_PATH'])(
  'the input "%s" does not lead to "password": its value would be sent as one',
  (typed) => {
    expect(findMeant(typed, INPUTS)).toEqual([]);
  },
);

test.each([
  ['password_env', 'password-env'],
  ['passwordEnv', 'password-env'],
  ['passwordFile', 'password-file'],
  ['pwd-env', 'password-env'],
  ['pass_file', 'password-file'],
  ['password-path', 'password-file'],
  ['password-variable', 'password-env'],
  ['client_secret_file', 'client-secret-file'],
  ['passwort-env', 'password-env'],
])('the key "%s" of a list means "%s"', (typed, meant) => {
  expect(findMeant(typed, KEYS)).toEqual([meant]);
});

test.each([
  ['password_file', 'password-file'],
  ['passwd-stdin', 'password-stdin'],
  ['pass', 'password-env'],
  ['user', 'username'],
])('the flag "--%s" means "--%s"', (typed, meant) => {
  expect(findMeant(typed, [...FLAGS.keys()])).toEqual([meant]);
});

test.each(['undefined', 'comment', 'color', 'form', 'fetch-depth', 'hunter2', 'x', ''])(
  '"%s" means no input',
  (typed) => {
    expect(findMeant(typed, INPUTS)).toEqual([]);
    expect(didYouMean(typed, INPUTS, (name) => name)).toBe('');
  },
);

test('every word of another program leads to an input that exists', () => {
  for (const name of INPUTS) expect(findMeant(name, INPUTS)).toEqual([name]);
});

test('a suggestion is one question', () => {
  const show = (name: string): string => `"${name}"`;
  expect(didYouMean('user', INPUTS, show)).toBe(' Did you mean "username"?');
  expect(didYouMean('tls', INPUTS, show)).toBe(' Did you mean "implicit-tls" or "starttls"?');
});
