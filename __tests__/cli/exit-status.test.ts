import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { cleartext, CLI_BUNDLE, runCli } from '../support/cli.ts';
import { type Peer, type Script, startPeer } from '../support/peer.ts';
import { describeNeeding } from '../support/platform.ts';
import { cleartextScript, loginThen } from '../support/scripts.ts';

const PASSWORD = 'correct horse battery';
const SECRET = { env: { SMTP_PASSWORD: PASSWORD } };
const BY_VARIABLE = ['--password-env', 'SMTP_PASSWORD'];

const accepts = cleartextScript(loginThen('235 2.7.0 Authentication successful\r\n'));
const rejects = cleartextScript(loginThen('535 5.7.8 Authentication credentials invalid\r\n'));
const postpones = cleartextScript(loginThen('454 4.7.0 Temporary authentication failure\r\n'));

let peer: Peer;
async function play(script: Script): Promise<string[]> {
  peer = await startPeer(script);
  return [...cleartext(peer), ...BY_VARIABLE];
}

describe('the exit status', () => {
  afterEach(async () => {
    await peer.close();
  });

  it.each([
    ['0 when the login is accepted', accepts, [], 0],
    ['0 when a refusal was expected', rejects, ['--expect', 'rejected'], 0],
    ['1 when the credential is refused', rejects, [], 1],
    ['1 when a revoked credential still works', accepts, ['--expect', 'rejected'], 1],
    ['2 when the server says nothing about it', postpones, [], 2],
    ['0 when --fail-on leaves the verdict out', postpones, ['--fail-on', 'rejected,tls'], 0],
    ['1 when --fail-on names it', rejects, ['--fail-on', 'rejected,tls'], 1],
    [
      '1 when a revoked credential works, whatever --fail-on names',
      accepts,
      ['--expect', 'rejected', '--fail-on', 'tls'],
      1,
    ],
    ['2 when nothing about a revoked one was proven', postpones, ['--expect', 'rejected'], 2],
  ] as const)('is %s', async (_, script, flags, status) => {
    const { exitCode, stderr } = await runCli([...(await play(script)), ...flags], SECRET);
    expect(exitCode).toBe(status);
    expect(stderr).toBe('');
  });

  it('is 2 when time runs out at a silent server', async () => {
    const run = await runCli([...(await play(() => undefined)), '--timeout', '0.3'], SECRET);
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain('timeout at greeting');
  });

  describeNeeding('signals that can be caught')('when it is told to end', () => {
    it.each([
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const)('after %s is %i, at once', async (signal, status) => {
      const args = await play(() => {
        kill(signal);
        return undefined;
      });
      let kill: (signal: NodeJS.Signals) => void = () => undefined;
      const run = await runCli(args, { ...SECRET, onStart: (end) => (kill = end) });
      expect(run.exitCode).toBe(status);
      expect(run.stdout).toContain('cancelled');
    });
  });
});

describe('the exit status without a server', () => {
  it('after a SIGTERM while standard input is waited for is 143, soon', async () => {
    const flags = ['--host', '127.0.0.1', '--username', 'u', '--password-stdin'];
    const child = spawn(process.execPath, [CLI_BUNDLE, ...flags], { stdio: 'pipe' });
    setTimeout(() => child.kill('SIGTERM'), 1500);
    const startedAt = performance.now();
    const [exitCode] = (await once(child, 'close')) as [number | null];
    expect(exitCode).toBe(143);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });

  it('is 2 where nothing listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    server.close();
    await once(server, 'close');
    const run = await runCli(
      ['--host', '127.0.0.1', '--port', String(port), '--username', 'u', ...BY_VARIABLE].concat(
        ...['--retries', '0'],
      ),
      SECRET,
    );
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain('unreachable');
  });

  it.each([
    ['nothing is given', []],
    ['a flag is unknown', ['--hots', 'x']],
    ['a flag lacks its value', ['--host']],
    ['an argument stands alone', ['smtp.example.test']],
    ['a flag is given twice', ['--host', 'a', '--host', 'b']],
    ['two outputs exclude each other', ['--format', 'json', '--quiet']],
    ['a value is wrong', ['--host', 'h', '--username', 'u', ...BY_VARIABLE, '--port', '0']],
  ])('is 64 when %s', async (_, args) => {
    const { exitCode, stdout, stderr } = await runCli(args, SECRET);
    expect(exitCode).toBe(64);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^smtp-auth-check: .+[.?]\n/);
    expect(stderr).toMatch(/Examples: smtp-auth-check --help\n$/);
  });

  it.each([
    ['--help', /^Checks that SMTP credentials still work/],
    ['--version', /^\d+\.\d+\.\d+\n$/],
  ])('is 0 for %s', async (flag, text) => {
    const { exitCode, stdout } = await runCli([flag]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(text);
  });
});
