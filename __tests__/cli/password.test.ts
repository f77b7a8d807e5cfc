import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleartext, runCli } from '../support/cli.ts';
import { type Peer, startPeer } from '../support/peer.ts';
import { describeNeeding } from '../support/platform.ts';
import { cleartextScript } from '../support/scripts.ts';
import { runAtTerminal } from '../support/terminal.ts';

const PASSWORD = 'päss wörd  ';

/** Accepts one password by LOGIN and repeats it in its answer, as a hostile server would. */
let sent: string | undefined;
const echoes = cleartextScript(async (connection) => {
  await connection.line();
  connection.send('334 VXNlcm5hbWU6\r\n');
  await connection.line();
  connection.send('334 UGFzc3dvcmQ6\r\n');
  const line = await connection.line();
  sent = Buffer.from(line.trim(), 'base64').toString('utf8');
  connection.send(`535 5.7.8 wrong: ${Buffer.from(sent, 'utf8').toString('latin1')}\r\n`);
  await connection.line();
});

let peer: Peer;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-cli-'));
  sent = undefined;
  peer = await startPeer(echoes);
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await peer.close();
});

describe('a password', () => {
  it('comes from an environment variable exactly as it is', async () => {
    const args = [...cleartext(peer), '--password-env', 'SMTP_PASSWORD', '--verbose'];
    const run = await runCli(args, { env: { SMTP_PASSWORD: PASSWORD } });
    expect(sent).toBe(PASSWORD);
    expect(run.exitCode).toBe(1);
  });

  it.each(['\n', '\r\n', ''])(
    'comes from standard input without one line end (%j)',
    async (end) => {
      const args = [...cleartext(peer), '--password-stdin'];
      await runCli(args, { stdin: PASSWORD + end });
      expect(sent).toBe(PASSWORD);
    },
  );

  it('keeps all line ends at its end but one', async () => {
    await runCli([...cleartext(peer), '--password-stdin'], { stdin: 'secret\n\n' });
    expect(sent).toBe('secret\n');
  });

  it.each(['\n', '\r\n', ''])('comes from a file without one line end (%j)', async (end) => {
    const file = join(folder, 'password');
    writeFileSync(file, PASSWORD + end);
    await runCli([...cleartext(peer), '--password-file', file]);
    expect(sent).toBe(PASSWORD);
  });

  it('keeps a byte order mark, and says so', async () => {
    const run = await runCli([...cleartext(peer), '--password-stdin'], { stdin: '\ufeffsecret' });
    expect(sent).toBe('\ufeffsecret');
    expect(run.stdout).toContain('byte order mark');
  });

  it.each([
    ['Latin-1 on standard input', Buffer.from('Grüße', 'latin1'), 'not UTF-8'],
    ['Shift_JIS on standard input', Buffer.from('83708358838f815b8368', 'hex'), 'not UTF-8'],
    ['UTF-16 on standard input', Buffer.from('\ufeffsecret', 'utf16le'), 'UTF-16'],
    ['more than 1 MiB on standard input', Buffer.alloc(1024 * 1024 + 1, 'x'), '1 MiB'],
  ])('%s is a wrong input, and nothing is sent', async (_, stdin, reason) => {
    const run = await runCli([...cleartext(peer), '--password-stdin'], { stdin });
    expect(run.exitCode).toBe(64);
    expect(run.stderr).toMatch(/^smtp-auth-check: --password-stdin /);
    expect(run.stderr).toContain(reason);
    expect(peer.connections).toHaveLength(0);
  });

  it('that was not resolved is a wrong input, told with the flag that gave it', async () => {
    const args = [...cleartext(peer), '--password-env', 'SMTP_PASSWORD'];
    const run = await runCli(args, { env: { SMTP_PASSWORD: '$(SMTP_PASSWORD)' } });
    expect(run.exitCode).toBe(64);
    expect(run.stderr).toMatch(/^smtp-auth-check: --password-env is the name of a variable/);
    expect(peer.connections).toHaveLength(0);
  });

  it('that is damaged proves nothing when it is rejected, so it is not sent', async () => {
    const args = [...cleartext(peer), '--password-stdin', '--expect', 'rejected'];
    const run = await runCli(args, { stdin: '"secret"' });
    expect(run.exitCode).toBe(64);
    expect(run.stderr).toContain('--password-stdin is in quotes');
    expect(peer.connections).toHaveLength(0);
  });

  it.each([['--verbose'], ['--format', 'json'], []])(
    'is in no stream, also when the server repeats it %s',
    async (...flags) => {
      const args = [...cleartext(peer), '--password-stdin', ...flags];
      const { stdout, stderr } = await runCli(args, { stdin: PASSWORD });
      expect(sent).toBe(PASSWORD);
      for (const form of [PASSWORD.trim(), Buffer.from(PASSWORD).toString('base64')]) {
        expect(stdout + stderr).not.toContain(form);
      }
    },
  );

  it('never makes the program print a mask command, not even inside a runner', async () => {
    const args = [...cleartext(peer), '--password-env', 'SMTP_PASSWORD'];
    const env = { SMTP_PASSWORD: PASSWORD, GITHUB_ACTIONS: 'true' };
    const { stdout, stderr } = await runCli(args, { env });
    expect(stdout + stderr).not.toContain('add-mask');
  });

  it.each([
    ['--password hunter2', ['--password', 'hunter2']],
    ['--password=hunter2', ['--password=hunter2']],
    ['a stray hunter2', ['hunter2']],
    ['--passwd=hunter2', ['--passwd=hunter2']],
    ['-phunter2', ['-phunter2']],
    ['its own name', ['--password-env', 'hunter2']],
  ])('on the command line (%s) is refused and not repeated', async (_, flags) => {
    const { exitCode, stdout, stderr } = await runCli([...cleartext(peer), ...flags]);
    expect(exitCode).toBe(64);
    expect(stdout + stderr).not.toContain('hunter2');
    expect(peer.connections).toHaveLength(0);
  });

  it('on the command line is refused with the reason and the ways that are safe', async () => {
    const { stderr } = await runCli(['--password', 'hunter2']);
    expect(stderr).toContain('other users can read a command line');
    expect(stderr).toContain('--password-env NAME, --password-file FILE, --password-stdin');
  });

  it.each([
    ['a variable that is not set', ['--password-env', 'NOT_SET'], 'NOT_SET, which is not set'],
    ['a variable that is empty', ['--password-env', 'EMPTY'], 'EMPTY, which is empty'],
    ['a token of the runner', ['--password-env', 'GITHUB_TOKEN'], 'a token of the runner'],
    ['a file that is not there', ['--password-file', '/no/such'], '--password-file names a file'],
    ['empty standard input', ['--password-stdin'], 'standard input is empty'],
    ['two sources', ['--password-stdin', '--password-env', 'EMPTY'], 'cannot be combined'],
    ['no source and no terminal', [], 'only a terminal is asked'],
  ])('from %s is an error before anything is sent', async (_, flags, reason) => {
    const run = await runCli([...cleartext(peer), ...flags], {
      env: { EMPTY: '', GITHUB_TOKEN: 'x' },
    });
    expect(run.exitCode).toBe(64);
    expect(run.stderr).toContain(reason);
    expect(peer.connections).toHaveLength(0);
  });
});

describeNeeding('a POSIX shell')('what is not a file', () => {
  it.each([
    ['/', 'names a directory'],
    ['/dev/zero', 'names a pipe or a device'],
  ])('such as %s is refused at once', async (path, reason) => {
    const run = await runCli([...cleartext(peer), '--password-file', path]);
    expect(run.exitCode).toBe(64);
    expect(run.stderr).toContain(reason);
  });
});

/** Runs the program on a pseudo-terminal and types `keys` once it asks. */
const typeAtTerminal = (
  keys: string,
  flags: string[] = [],
): Promise<{ status: number; screen: string }> =>
  runAtTerminal([...cleartext(peer), ...flags], { keys });

describeNeeding('a pseudo-terminal')('a person at a terminal', () => {
  it('is asked for the password, which is not shown', async () => {
    const { status, screen } = await typeAtTerminal('hunter2\r');
    expect(sent).toBe('hunter2');
    expect(status).toBe(1);
    expect(screen).toContain('Password for user@example.test at 127.0.0.1: ');
    expect(screen).not.toContain('hunter2');
    expect(screen).toContain('\x1b[31mFAIL\x1b[0m');
  });

  it('may correct what is typed', async () => {
    await typeAtTerminal('huntex\x7fr2\r');
    expect(sent).toBe('hunter2');
  });

  it.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04'],
  ])('may leave with %s', async (_, key) => {
    const { status, screen } = await typeAtTerminal(key);
    expect(status).toBe(130);
    expect(screen).toContain('cancelled; nothing was sent');
    expect(peer.connections).toHaveLength(0);
  });

  it('is told that an empty password is none', async () => {
    const { status, screen } = await typeAtTerminal('\r');
    expect(status).toBe(64);
    expect(screen).toContain('The password is empty');
  });

  it('learns of a wrong flag before being asked', async () => {
    const { status, screen } = await typeAtTerminal('', ['--timeout', 'soon']);
    expect(status).toBe(64);
    expect(screen).not.toContain('Password for');
  });
});
