import { spawn } from 'node:child_process';
import { baseEnvironment, cleartext, CLI_BUNDLE, type CliRun, runCli } from '../support/cli.ts';
import { type Peer, startPeer } from '../support/peer.ts';
import { cleartextScript, loginThen } from '../support/scripts.ts';

const SECRET = { env: { SMTP_PASSWORD: 'correct horse' } };

let peer: Peer;
async function check(reply: string, ...flags: string[]): Promise<CliRun> {
  peer = await startPeer(cleartextScript(loginThen(reply)));
  return runCli([...cleartext(peer), '--password-env', 'SMTP_PASSWORD', ...flags], SECRET);
}
afterEach(async () => {
  await peer.close();
});

const REFUSED = '535 5.7.8 \x1b[2J\x1b]0;pwned\x07bad credentials\r\n';

describe('the text for people', () => {
  it('says in one line who passed and how', async () => {
    const { stdout } = await check('235 2.7.0 welcome\r\n');
    expect(stdout).toBe(
      `PASS  accepted (235 2.7.0): user@example.test at 127.0.0.1:${peer.port}` +
        ` (LOGIN, no TLS, ${/(\d+) ms/.exec(stdout)?.[0] ?? '?'})\n`,
    );
  });

  it('speaks of flags and of this machine, and of GitHub only there', async () => {
    const refused = ['--host', '127.0.0.1', '--port', '1', '--username', 'u', '--retries', '0'];
    const args = [...refused, '--password-env', 'SMTP_PASSWORD'];
    const { stdout } = await runCli(args, SECRET);
    expect(stdout).toContain('Next step:    Check --port: 587 and 465 are the usual ones.');
    const at25 = args.map((arg) => (arg === '1' ? '25' : arg));
    const [here, there] = await Promise.all([
      runCli(at25, SECRET),
      runCli(at25, { env: { ...SECRET.env, GITHUB_ACTIONS: 'true' } }),
    ]);
    expect(here.stdout).not.toMatch(/GitHub|runner/);
    expect(there.stdout).toContain('GitHub-hosted runners cannot reach port 25.');
  });

  it("shows the server's words, what they mean and what to do next", async () => {
    const { stdout } = await check(REFUSED);
    expect(stdout).toContain('FAIL  rejected (535 5.7.8) at auth: user@example.test');
    expect(stdout).toContain('Server said:');
    expect(stdout).toContain('bad credentials');
    expect(stdout).toContain('Next step:');
  });

  it('shows no control character of the server, and no colour without a terminal', async () => {
    const { stdout } = await check(REFUSED, '--verbose');
    expect(stdout).toContain('\\x1b[2J');
    // eslint-disable-next-line no-control-regex -- that is the question
    expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
  });

  it('adds stages and transcript with --verbose', async () => {
    const { stdout } = await check(REFUSED, '--verbose');
    expect(stdout).toMatch(/ehlo +\d+ ms/);
    expect(stdout).toContain('C: AUTH LOGIN');
    expect(stdout).toContain('S: 535 5.7.8');
  });
});

describe('--format json', () => {
  it('prints an array with one object per account and nothing else', async () => {
    const { stdout, stderr } = await check(REFUSED, '--format', 'json');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({
        host: '127.0.0.1',
        port: peer.port,
        username: 'user@example.test',
        verdict: 'rejected',
        passed: false,
        stage: 'auth',
        code: 535,
        enhancedCode: '5.7.8',
      }),
    ]);
  });

  it('prints the verdict `config` for wrong inputs, without their values', async () => {
    const { stdout, exitCode } = await check('', '--format', 'json', '--timeout', 'hunter2');
    expect(exitCode).toBe(64);
    expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ verdict: 'config' })]);
  });
});

describe('--quiet', () => {
  it.each([
    ['235 2.7.0 welcome\r\n', 0],
    [REFUSED, 1],
  ])('prints nothing after %j', async (reply, status) => {
    expect(await check(reply, '--quiet')).toMatchObject({
      stdout: '',
      stderr: '',
      exitCode: status,
    });
  });
});

describe('a reader that leaves early', () => {
  it('does not change the exit status', async () => {
    peer = await startPeer(cleartextScript(loginThen('235 2.7.0 welcome\r\n')));
    const args = [
      CLI_BUNDLE,
      ...cleartext(peer),
      '--password-env',
      'SMTP_PASSWORD',
      '--format',
      'json',
    ];
    const child = spawn(process.execPath, args, { env: { ...baseEnvironment(), ...SECRET.env } });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});
