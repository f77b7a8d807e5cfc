import { jest } from '@jest/globals';
import { readInputs } from '../../src/action/inputs.ts';

const env = { ...process.env };
let written: string[];

const { isTTY } = process.stdout;

function setTerminal(value: boolean): void {
  Object.defineProperty(process.stdout, 'isTTY', { value, configurable: true });
}

beforeEach(() => {
  written = [];
  setTerminal(false);
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
});
afterEach(() => {
  jest.restoreAllMocks();
  setTerminal(isTTY);
  process.env = { ...env };
});

function read(inputs: Record<string, string>, github = 'true'): ReturnType<typeof readInputs> {
  process.env['GITHUB_ACTIONS'] = github;
  for (const [name, value] of Object.entries(inputs)) {
    process.env[`INPUT_${name.toUpperCase()}`] = value;
  }
  return readInputs();
}

test('a secret keeps its spaces, another input does not', () => {
  const raw = read({
    username: ' alice ',
    password: ' secret ',
    host: ' mail.test ',
    'tls-ca': ' x ',
  });
  expect(raw.account).toMatchObject({
    username: ' alice ',
    password: ' secret ',
    host: 'mail.test',
    'tls-ca': 'x',
  });
  expect(raw.account.port).toBe('');
});

test('the password leaves the environment', () => {
  read({ username: 'alice', password: 'secret' });
  expect(process.env['INPUT_PASSWORD']).toBeUndefined();
  expect(process.env['INPUT_USERNAME']).toBe('alice');
});

test('the password, its Base64 and the PLAIN payload are masked before anything else', () => {
  read({ username: 'alice', password: 'masked first' });
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  expect(written.join('').trim().split('\n')).toEqual([
    '::add-mask::masked first',
    `::add-mask::${base64('masked first')}`,
    `::add-mask::${base64('\0alice\0masked first')}`,
  ]);
});

test('outside a runner nothing is masked, since that would print it', () => {
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'RUNNER_TEMP'])
    process.env[name] = '';
  read({ username: 'alice', password: 'never masked before' }, '');
  expect(written).toEqual([]);
});

test('a password of three characters is not masked: it would eat innocent words', () => {
  read({ username: 'alice', password: 'abc' });
  // Its PLAIN message is long enough not to be a word, and shows it to anyone who decodes it.
  expect(written).toHaveLength(1);
  expect(written.join('')).not.toContain('add-mask::abc\n');
  read({ username: 'alice', password: 'abcd' });
  expect(written).toHaveLength(4);
});

test('a private key is masked line by line, in JSON too, but not its short lines', () => {
  const [first, second] = ['A'.repeat(40), 'B'.repeat(64)];
  read({ 'client-key': `-----BEGIN X-----\n${first}\r\n${second}\nshort\n` });
  const lines = written.map((line) => line.trim());
  expect(lines).toContain(`::add-mask::${first}`);
  expect(lines).toContain(`::add-mask::${second}`);
  expect(lines).not.toContain('::add-mask::short');
  const [third, fourth] = ['C'.repeat(64), 'D'.repeat(64)];
  read({ 'client-key': `{"private_key":"\\n${third}\\n${fourth}\\n"}` });
  expect(written.map((line) => line.trim())).toContain(`::add-mask::${third}`);
});

test('an account without a password has no PLAIN payload to mask', () => {
  read({ username: 'alice' });
  expect(written).toEqual([]);
});

test('what has been masked once is not masked again', () => {
  read({ username: 'bob', password: 'the same secret' });
  const before = written.length;
  read({ username: 'bob', password: 'the same secret' });
  expect(before).toBe(3);
  expect(written).toHaveLength(before);
});

test('where a runner listens without GITHUB_ACTIONS, secrets are masked all the same', () => {
  process.env['GITHUB_OUTPUT'] = '/var/folders/output';
  read({ username: 'alice', password: 'masked by its files' }, '');
  expect(written.join('')).toContain('::add-mask::masked by its files');
});

/** Bug: at a terminal, where no runner takes it away, the command shows the secret to anyone who looks. */
test('at a terminal nothing is masked, whatever variables are set', () => {
  setTerminal(true);
  read({ username: 'alice', password: 'shown to nobody here' });
  expect(written).toEqual([]);
});

test('a password of several lines is masked line by line', () => {
  read({ username: 'carol', password: 'first line\nsecond line\n' });
  const lines = written.map((line) => line.trim());
  expect(lines).toContain('::add-mask::first line');
  expect(lines).toContain('::add-mask::second line');
});

describe('an input that is missing', () => {
  const told = (given: Record<string, string>): string => read(given).naming.absent('username');

  test.each(['usrname', 'user', 'user-name', 'login'])('is told from the input "%s"', (name) => {
    expect(told({ [name]: 'x' })).toBe(
      `is not set. The step sets "${name}", which is not an input of this action; rename it`,
    );
  });

  test.each([[{}], [{ 'fetch-depth': '0' }], [{ password: 'x', shard: '1/2' }]])(
    'is empty with %j',
    (given) => {
      expect(told(given)).toBe('is empty');
    },
  );
});

describe('an input that does not exist', () => {
  test.each([
    ['tls_ca', ' Did you mean "tls-ca"?'],
    ['server', ' Did you mean "host"?'],
    ['cert', ' Did you mean "tls-ca" or "client-certificate"?'],
    ['password_file', ''],
    ['fetch-depth', ''],
  ])('is always warned about: %s', (name, question) => {
    expect(read({ [name]: 'x' }).warnings).toEqual([
      `The step sets "${name}", which is not an input of this action and has no effect.${question}`,
    ]);
  });

  test('is shown without a command for the runner in its name', () => {
    const [warning] = read({ 'a\n::error::b': 'x' }).warnings;
    expect(warning).not.toContain('\n');
  });

  test('gives no warning when there is none', () => {
    expect(read({ host: 'a.example', 'report-json': 'x' }).warnings).toEqual([]);
  });
});
