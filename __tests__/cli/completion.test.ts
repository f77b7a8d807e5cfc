import { execFileSync } from 'node:child_process';
import { completion } from '../../src/cli/completion.ts';
import { FLAGS, SHELLS } from '../../src/cli/flags.ts';
import { EXAMPLES, GROUPS } from '../../src/cli/manual.ts';
import { parseCommandLine } from '../../src/cli/options.ts';
import { describeNeeding } from '../support/platform.ts';

describe.each(SHELLS)('the completion of %s', (shell) => {
  it('has every flag', () => {
    const script = completion(shell);
    for (const name of FLAGS.keys()) {
      expect(script).toContain(shell === 'fish' ? ` -l ${name} ` : `--${name}`);
    }
  });

  it('explains flags without a quotation mark that would end the text', () => {
    const pairs = completion(shell).replaceAll("'\\''", '').replaceAll("\\'", '').match(/'/g) ?? [];
    expect(pairs.length % 2).toBe(0);
  });

  it('is asked for by its name', () => {
    expect(parseCommandLine(['completion', shell])).toEqual({ kind: 'completion', shell });
  });
});

describeNeeding('a POSIX shell')('bash', () => {
  /** What bash offers at the end of a line. */
  function offers(line: string): string[] {
    const words = line.split(' ');
    const script = `${completion('bash')}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_smtp_auth_check; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const run = execFileSync('bash', ['-c', script], { encoding: 'utf8', env: { SMTP_PW: 'x' } });
    return run.split('\n').filter(Boolean);
  }

  it.each([
    ['smtp-auth-check --start', ['--starttls']],
    ['smtp-auth-check --starttls n', ['never']],
    ['smtp-auth-check --password-env SMTP_', ['SMTP_PW']],
    ['smtp-auth-check --accounts package-l', ['package-lock.json']],
    ['smtp-auth-check --username a', []],
    ['smtp-auth-check completion f', ['fish']],
  ])('offers at %j: %j', (line, words) => {
    expect(offers(line)).toEqual(words);
  });
});

test.each([
  [['completion'], 'completion needs the name of a shell: bash, zsh, fish.'],
  [['completion', 'hunter2'], 'completion needs the name of a shell: bash, zsh, fish.'],
  [['hunter2', '--username', 'me'], 'before the flags only a server may stand'],
  [['--username', 'me', 'smtp.example.com'], 'Unexpected argument'],
  [['smtp.example.com', '--host', 'a.example'], '--host is given twice.'],
  [['smtp.example.com:587', '--port', '25'], '--port is given twice.'],
])('%j is refused, and nothing of it is repeated', (args, words) => {
  expect(() => parseCommandLine(args)).toThrow(words);
  expect(() => parseCommandLine(args)).not.toThrow(/hunter2/);
});

test.each([
  ['smtp.example.com:587', { host: 'smtp.example.com', port: '587' }],
  ['smtp.example.com', { host: 'smtp.example.com' }],
  ['localhost:2525', { host: 'localhost', port: '2525' }],
  ['192.0.2.1:25', { host: '192.0.2.1', port: '25' }],
  ['[2001:db8::1]:465', { host: '[2001:db8::1]', port: '465' }],
])('%s before the flags is the server', (server, given) => {
  expect(parseCommandLine([server, '--username', 'me'])).toMatchObject({
    options: { given: { ...given, username: 'me' } },
  });
});

test('every flag of the manual exists, and every example can be read', () => {
  for (const { flags } of GROUPS) {
    for (const { name, help } of flags) {
      expect(FLAGS.has(name)).toBe(true);
      expect(help).not.toBe('');
    }
  }
  for (const [, command] of EXAMPLES) {
    const args = command
      .replace(/^.*\| /, '')
      .split(' ')
      .slice(1);
    expect(['check', 'explain']).toContain(parseCommandLine(args).kind);
  }
});
