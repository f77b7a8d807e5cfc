import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { ACCOUNT_DEFAULTS, type AccountInput, SECRET_INPUTS } from '../../src/inputs/names.ts';
import { exitStatus } from '../../src/cli/exit-status.ts';
import { PLAIN_INPUTS, RUN_INPUTS } from '../../src/cli/flags.ts';
import { FLAG_HELP } from '../../src/cli/flag-help.ts';
import { helpText } from '../../src/cli/help.ts';
import { parseCommandLine } from '../../src/cli/options.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { VERDICTS } from '../../src/model/verdict.ts';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

/** Every module that `entry` loads, own ones by path and others by name. */
function importsOf(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const text = readFileSync(entry, 'utf8');
  const loaded = [...text.matchAll(/await import\('([^']+)'\)/g)].map(([, later = '']) => later);
  const imported = [
    ...text.matchAll(/^(?:import|export)\s(type\s)?[^;'"]*\sfrom\s'([^']+)';$/gm),
  ].flatMap(([, type, specifier = '']) => (type ? [] : [specifier]));
  for (const specifier of [...imported, ...loaded]) {
    if (specifier.startsWith('.')) importsOf(join(dirname(entry), specifier), seen);
    else seen.add(specifier);
  }
  return seen;
}

describe('the program for the terminal', () => {
  it('has a flag for each input of an account', () => {
    const inputs = Object.keys(ACCOUNT_DEFAULTS) as AccountInput[];
    expect([...PLAIN_INPUTS, ...SECRET_INPUTS].sort()).toEqual([...inputs].sort());
    for (const name of PLAIN_INPUTS) {
      expect(parseCommandLine([`--${name}`, 'x'])).toMatchObject({
        options: { given: { [name]: 'x' } },
      });
    }
  });

  it('explains each flag', () => {
    const flags = [...PLAIN_INPUTS, ...RUN_INPUTS, ...SECRET_INPUTS.map((name) => `${name}-env`)];
    expect(flags.filter((flag) => !FLAG_HELP.has(flag))).toEqual([]);
    for (const flag of flags) expect(helpText()).toContain(`--${flag}`);
    const widest = Math.max(
      ...helpText()
        .split('\n')
        .map((line) => line.length),
    );
    expect(widest).toBeLessThanOrEqual(80);
  });

  it('loads no @actions package and no HTTP client', () => {
    const modules = [...importsOf(join(SOURCE, 'cli.ts'))];
    expect(modules).toContain(join(SOURCE, 'smtp', 'wire.ts'));
    expect(modules.filter((name) => /@actions|http-client|undici/.test(name))).toEqual([]);
    expect(readdirSync(join(SOURCE, 'cli')).length).toBeGreaterThan(3);
  });

  it('refuses or reads any command line, and throws nothing else', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '--host',
        '--json',
        '--password-env',
        '--password',
        '--',
        '-',
        '--host=',
        '--timeout',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (args) => {
        try {
          return ['help', 'version', 'completion', 'check'].includes(parseCommandLine(args).kind);
        } catch (error) {
          return error instanceof UsageError;
        }
      }),
    );
  });

  it('refuses a private key on the command line', () => {
    const key = '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n';
    expect(() => parseCommandLine(['--tls-ca', key])).toThrow(/private key does not belong/);
    expect(() => parseCommandLine(['--tls-ca', key])).not.toThrow(/MHcCAQEE/);
  });
});

describe('the exit status for several accounts', () => {
  type Case = Parameters<typeof exitStatus>[0][number];
  const result = (verdict: string, expectation = 'accepted', isProof = true): Case => {
    const passed = verdict === expectation && isProof;
    return {
      account: { expect: expectation, failOn: VERDICTS },
      diagnosis: { verdict, passed, provesDead: isProof },
      ...(verdict === 'accepted'
        ? { acceptance: { reply: { code: 235, lines: [] } } }
        : { failure: { problem: 'refused' } }),
    } as unknown as Case;
  };

  it.each([
    ['nothing is wrong', [], 0],
    ['all are met', [result('accepted'), result('rejected', 'rejected')], 0],
    ['one is dead and one out of reach', [result('timeout'), result('rejected')], 1],
    ['one is dead and one misspelt', [result('config'), result('rejected')], 1],
    ['a revoked one lives', [result('accepted', 'rejected')], 1],
    ['one is misspelt and one out of reach', [result('timeout'), result('config')], 64],
    ['one is out of reach', [result('accepted'), result('tls')], 2],
    ['a refusal is not the one that proves it', [result('rejected', 'rejected', false)], 2],
  ] as const)('when %s', (_, results, status) => {
    expect(exitStatus(results, results.length, true)).toBe(status);
  });
});

it.each([
  ['--user', ' Did you mean --username?'],
  ['--server', ' Did you mean --host?'],
  ['--junit', ' Did you mean --report-junit?'],
  ['--user-name', ' Did you mean --username?'],
  ['--pass', ' Did you mean --password-env?'],
  ['--password_file', ' Did you mean --password-file?'],
  ['--tls', ' Did you mean --implicit-tls or --starttls?'],
  ['--timout', ' Did you mean --timeout?'],
  ['--nonsense', ''],
  ['--constructor', ''],
  ['--__proto__', ''],
])('an unknown %s is named with the flag that was meant', (flag, advice) => {
  expect(() => parseCommandLine([flag, 'x'])).toThrow(
    new UsageError(`Unknown flag ${flag}.${advice}`),
  );
});

/** Bugs: ESC reached the terminal; a secret that is glued to a flag was repeated. */
test.each([
  '--x\u001b[2J',
  `--${'x'.repeat(500)}`,
  '--passwordcorrecthorse',
  '--client-secretabcdef',
  '--hunter2',
  '--<img>',
])('an unknown flag that does not look like one is not repeated: %j', (flag) => {
  expect(() => parseCommandLine([flag, 'x'])).toThrow(/^Unknown flag\.$/);
});

test('a flag with a control character that is nearly a known one is shown without it', () => {
  expect(() => parseCommandLine(['--usernam\u001b'])).toThrow(
    'Unknown flag --usernam\\x1b. Did you mean --username?',
  );
});

test.each([
  [['-h'], 'help'],
  [['--host', 'a.example', '-h'], 'help'],
  [['--version'], 'version'],
])('%j shows how it is used', (args, kind) => {
  expect(parseCommandLine(args).kind).toBe(kind);
});

test.each([
  [['--host'], '--host needs a value.'],
  [['--host', '--port', '1'], '--host needs a value.'],
  [
    ['--allow-cleartext-auth', '--port', '1'],
    '--allow-cleartext-auth needs a value: true or false.',
  ],
  [['--tls-ca', '-x'], 'One that begins with "-" is given as --tls-ca=VALUE.'],
  [['--quiet=1'], '--quiet does not take a value.'],
  [['--host', 'a', '--host', 'b'], '--host is given twice.'],
  [['--json', '--quiet'], '--json and --quiet cannot be combined; give one of them.'],
  [
    ['--password-env', 'A', '--password-file', 'b'],
    '--password-env and --password-file cannot be combined',
  ],
  [
    ['--password-file', 'b', '--password-stdin'],
    '--password-file and --password-stdin cannot be combined',
  ],
  [['--accounts', '-', '--password-stdin'], '--accounts - and --password-stdin cannot be combined'],
  [
    ['--password-command', 'pass show smtp', '--password-env', 'A'],
    '--password-env and --password-command cannot be combined',
  ],
  [['--username', 'me', '--username-env', 'A'], '--username and --username-env cannot be combined'],
  [['--password-cmd', 'x'], 'Did you mean --password-command?'],
  [['--', 'hunter2'], 'Unexpected argument'],
])('%j: the words say what is wrong', (args, words) => {
  expect(() => parseCommandLine(args)).toThrow(words);
  expect(() => parseCommandLine(args)).not.toThrow(/hunter2/);
});

test.each([
  [['--host=-x'], { given: { host: '-x' } }],
  [['--accounts', '-'], { run: { accounts: '-' } }],
  [
    ['--client-secret-file', 'a b', '--password-env=PW'],
    {
      secrets: new Map([
        ['password', { kind: 'env', name: 'PW' }],
        ['client-secret', { kind: 'file', name: 'a b' }],
      ]),
    },
  ],
  [
    ['--username-env', 'SMTP_USER', '--password-command', 'pass show smtp'],
    {
      secrets: new Map([
        ['username', { kind: 'env', name: 'SMTP_USER' }],
        ['password', { kind: 'command', name: 'pass show smtp' }],
      ]),
    },
  ],
  [['--password-stdin'], { secrets: new Map([['password', { kind: 'stdin' }]]) }],
])('%j is read', (args, options) => {
  expect(parseCommandLine(args)).toMatchObject({ kind: 'check', options });
});

test.each([
  '- {host: a, username: u, password: hunter2}',
  '[{"host": "a", "access-token" : "hunter2"}]',
  'defaults: {client-secret: hunter2}',
])('a list with secrets on the command line is refused as a password is: %s', (list) => {
  expect(() => parseCommandLine(['--accounts', list])).toThrow(
    /A list with secrets does not belong on a command line/,
  );
  expect(() => parseCommandLine(['--accounts', list])).not.toThrow(/hunter2/);
});

test.each(['- {host: a, username: u, password-env: PW}', 'accounts.yml', '/etc/password.yml'])(
  'a list without secrets may be given: %s',
  (list) => {
    expect(parseCommandLine([`--accounts=${list}`])).toMatchObject({ kind: 'check' });
  },
);

test.each(SECRET_INPUTS)('--%s is refused, since others can read it', (name) => {
  for (const args of [[`--${name}`, 'hunter2'], [`--${name}=hunter2`]]) {
    expect(() => parseCommandLine(args)).toThrow(`Use --${name}-env NAME, --${name}-file FILE`);
    expect(() => parseCommandLine(args)).not.toThrow(/hunter2/);
  }
});
