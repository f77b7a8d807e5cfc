import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { readFromCommand, splitCommand } from '../../src/cli/secret-command.ts';
import { ValueError } from '../../src/inputs/reader.ts';
import { cleartext, runCli } from '../support/cli.ts';
import { type Peer, startPeer } from '../support/peer.ts';
import { describeNeeding } from '../support/platform.ts';
import { cleartextScript, loginThen } from '../support/scripts.ts';
import { refusal } from '../inputs/refusal.ts';

describe('a command', () => {
  test.each([
    ['pass show smtp/reports', ['pass', 'show', 'smtp/reports']],
    ['op read "op://Mail/SMTP login/password"', ['op', 'read', 'op://Mail/SMTP login/password']],
    ["secret-tool lookup 'service name' x", ['secret-tool', 'lookup', 'service name', 'x']],
    [
      '"C:\\Program Files\\1Password\\op.exe" read x',
      ['C:\\Program Files\\1Password\\op.exe', 'read', 'x'],
    ],
    ['bw get --name="a b"', ['bw', 'get', '--name=a b']],
    ["echo ''", ['echo', '']],
    ["  echo  'a$b|c'  ", ['echo', 'a$b|c']],
  ])('%s is split at spaces outside of quotes', (line, words) => {
    expect(splitCommand(line)).toEqual(words);
  });

  test.each([
    ['pass show smtp | head -n 1', 'without a shell'],
    ['pass show smtp 2>/dev/null', 'without a shell'],
    ['pass show smtp && true', 'without a shell'],
    ['pass show "$NAME"', 'without a shell'],
    ['pass show $(cat name)', 'without a shell'],
    ['pass show `cat name`', 'without a shell'],
    ['pass show "smtp', 'has a quotation mark without a second one'],
    ["pass show it's", 'has a quotation mark without a second one'],
    ['', 'names no program'],
    ['   ', 'names no program'],
    ["'' x", 'names no program'],
  ])('%j is refused', (line, words) => {
    expect(refusal(() => splitCommand(line))).toContain(words);
  });

  test('is split or refused, whatever it is, and words in single quotes arrive as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        try {
          expect(splitCommand(line).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(ValueError);
        }
      }),
    );
    const word = fc.string({ unit: 'binary' }).filter((text) => !text.includes("'"));
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const line = ['program', ...words.map((text) => `'${text}'`)].join(' ');
        expect(splitCommand(line)).toEqual(['program', ...words]);
      }),
    );
  });
});

describeNeeding('a POSIX shell')('a program that prints a secret', () => {
  let folder: string;
  let peer: Peer;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-command-'));
    peer = await startPeer(cleartextScript(loginThen('235 2.7.0 ok\r\n')));
  });
  afterEach(async () => {
    await peer.close();
    rmSync(folder, { recursive: true });
  });

  function script(text: string): string {
    const path = join(folder, 'manager');
    writeFileSync(path, `#!/bin/sh\n${text}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  const { signal } = new AbortController();

  test.each([
    ['printf "correct horse"', 'correct horse'],
    ['printf "correct horse\\n"', 'correct horse'],
    ['printf "correct horse\\r\\n"', 'correct horse'],
    ['printf " two ends\\n\\n"', ' two ends\n'],
  ])('%s: one line end is dropped', async (text, secret) => {
    expect(await readFromCommand(`"${script(text)}"`, signal)).toBe(secret);
  });

  async function failure(line: string, timeoutMs?: number): Promise<string> {
    try {
      await readFromCommand(line, signal, timeoutMs);
    } catch (error) {
      return refusal(() => {
        throw error;
      });
    }
    throw new Error('nothing was refused');
  }

  test.each([
    ['exit 3', 'failed with the exit status 3; its own message is above'],
    ['kill -TERM $$', 'was ended by SIGTERM'],
    ['true', 'printed nothing'],
    ['printf "\\377\\376s\\0"', 'not UTF-8'],
    ['printf "Gr\\374sse"', 'not UTF-8'],
    ['head -c 1100000 /dev/zero', 'more than 1 MiB'],
  ])('%s: is told', async (text, words) => {
    expect(await failure(`"${script(text)}"`)).toContain(words);
  });

  test('that never ends is stopped', async () => {
    const startedAt = performance.now();
    expect(await failure(`"${script('printf secret; exec sleep 60')}"`, 300)).toBe(
      'ran a program that did not end within 0.3 seconds',
    );
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  test('that ignores the signal does not go on when it is given up', async () => {
    const file = join(folder, 'pid');
    const text = `trap '' TERM PIPE; echo $$ > "${file}"; while :; do sleep 0.1; done`;
    expect(await failure(`"${script(text)}"`, 300)).toContain('did not end within 0.3 seconds');
    const pid = Number(readFileSync(file, 'utf8'));
    const isAlive = (): boolean => spawnSync('kill', ['-0', String(pid)]).status === 0;
    const endsAt = performance.now() + 5000;
    while (isAlive() && performance.now() < endsAt) await sleep(50);
    const wasAlive = isAlive();
    if (wasAlive) process.kill(pid, 'SIGKILL');
    expect(wasAlive).toBe(false);
  });

  test('that does not exist is told with the code of the system, and not repeated', async () => {
    expect(await failure('hunter2-is-not-a-program')).toBe(
      'names a program that cannot be started (ENOENT); give the path of a program',
    );
  });

  test('gives the password and the user name of the program for the terminal', async () => {
    const manager = script('printf "%s\\n" "$1"; echo "unlocked" >&2');
    const [, ...rest] = cleartext(peer).join('\n').split('\n--username\nuser@example.test');
    const flags = cleartext(peer).filter((flag) => !/^--username$|^user@/.test(flag));
    expect(rest.length).toBe(1);
    const run = await runCli([
      ...flags,
      ...['--username-command', `"${manager}" robot@example.test`],
      ...['--password-command', `"${manager}" 'correct horse'`],
    ]);
    expect(run).toMatchObject({ exitCode: 0, stderr: 'unlocked\nunlocked\n' });
    expect(run.stdout).toContain('robot@example.test');
    expect(run.stdout).not.toContain('correct horse');
    const login = peer.received.plain;
    expect(login).toContain(Buffer.from('correct horse').toString('base64'));
    expect(login).toContain(Buffer.from('robot@example.test').toString('base64'));
  });

  test('that prints notes after the password is refused before anything is sent', async () => {
    const manager = script('printf "hunter2\\nuser: me\\n"');
    const run = await runCli([...cleartext(peer), '--password-command', manager]);
    expect(run.exitCode).toBe(64);
    expect(run.stderr).toContain('--password-command ran a program that printed several lines');
    expect(run.stderr).not.toContain('hunter2');
    expect(peer.connections).toHaveLength(0);
  });

  test('that fails ends the run with 64, its own message before ours', async () => {
    const manager = script('echo "vault is locked" >&2; exit 1');
    const run = await runCli([...cleartext(peer), '--password-command', manager]);
    expect(run.exitCode).toBe(64);
    expect(run.stderr).toMatch(
      /^vault is locked\nsmtp-auth-check: --password-command ran a program/,
    );
  });

  test('finds no other secret in its environment', async () => {
    const manager = script('env | grep -c "^KEY_PASSPHRASE=" >&2; echo x');
    const run = await runCli(
      [
        ...cleartext(peer),
        ...['--password-command', manager, '--client-key-passphrase-env', 'KEY_PASSPHRASE'],
      ],
      { env: { KEY_PASSPHRASE: 'open sesame' } },
    );
    expect(run.stderr).toMatch(/^0\n/);
  });

  test('does not read the list of accounts that is piped in', async () => {
    const manager = script('cat >/dev/null; echo "correct horse"');
    const run = await runCli([...cleartext(peer), '--password-command', manager], {
      stdin: 'something that nobody reads',
    });
    expect(run.exitCode).toBe(0);
  });
});

test.each([
  ['a path through a file', '/etc/passwd/x', 'ENOTDIR'],
  ['a name that is too long', `/${'x'.repeat(5000)}`, 'ENAMETOOLONG'],
])('%s is a wrong input, and not a fault of this program', async (_, command, code) => {
  const { exitCode, stderr } = await runCli([
    '--host',
    'h.test',
    '--username',
    'u',
    '--password-command',
    command,
  ]);
  expect(exitCode).toBe(64);
  expect(stderr).toContain(`names a program that cannot be started (${code})`);
});
