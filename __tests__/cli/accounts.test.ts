import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/cli.ts';
import { type Peer, startPeer } from '../support/peer.ts';
import { cleartextScript } from '../support/scripts.ts';

/** Accepts everyone who has the password "correct horse". */
const judges = cleartextScript(async (connection) => {
  await connection.line();
  connection.send('334 VXNlcm5hbWU6\r\n');
  await connection.line();
  connection.send('334 UGFzc3dvcmQ6\r\n');
  const password = Buffer.from((await connection.line()).trim(), 'base64').toString();
  connection.send(password === 'correct horse' ? '235 2.7.0 ok\r\n' : '535 5.7.8 no\r\n');
  await connection.line();
});

let peer: Peer;
let folder: string;
let file: string;
beforeEach(async () => {
  peer = await startPeer(judges);
  folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-cli-'));
  file = join(folder, 'accounts.yml');
});
afterEach(async () => {
  await peer.close();
  rmSync(folder, { recursive: true, force: true });
});

const env = { GOOD: 'correct horse', BAD: 'wrong horse' };

function writeList(...entries: string[]): void {
  const defaults = `defaults:\n  host: 127.0.0.1\n  port: ${peer.port}\n  starttls: never\n  allow-cleartext-auth: true\n  mechanism: LOGIN\n  retries: 0\n`;
  writeFileSync(file, `${defaults}accounts:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`);
}

describe('a list of accounts', () => {
  it('is checked whole, each account shown, then counted', async () => {
    writeList('{ username: alice, password-env: GOOD }', '{ username: bob, password-env: BAD }');
    const { stdout, stderr, exitCode } = await runCli(['--accounts', file], { env });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^PASS {2}accepted .*alice/m);
    expect(stdout).toMatch(/^FAIL {2}rejected .*bob/m);
    expect(stdout).toMatch(/\n2 accounts: 1 as expected, 1 failed \(1 [a-z ]+\)\n$/);
    expect(stdout).not.toContain('horse');
    expect(exitCode).toBe(1);
  });

  it('without an account in this part says so', async () => {
    writeList('{ username: alice, password-env: GOOD }');
    const run = await runCli(['--accounts', file, '--shard', '2/2'], { env });
    expect(run).toMatchObject({
      stdout: 'This shard has no accounts, so there was nothing to check.\n',
      exitCode: 0,
    });
  });

  it('keeps its order in --json and in the report files, which hold no secret', async () => {
    writeList('{ username: bob, password-env: BAD }', '{ username: alice, password-env: GOOD }');
    const json = join(folder, 'new', 'results.json');
    const junit = join(folder, 'new', 'results.xml');
    const args = ['--accounts', file, '--json', '--report-json', json, '--report-junit', junit];
    const { stdout } = await runCli(args, { env });
    const results = JSON.parse(stdout) as { username: string; verdict: string }[];
    expect(results.map(({ username, verdict }) => `${username} ${verdict}`)).toEqual([
      'bob rejected',
      'alice accepted',
    ]);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toEqual(results);
    expect(readFileSync(junit, 'utf8')).toContain('<testsuite');
    expect(stdout + readFileSync(junit, 'utf8')).not.toContain('horse');
  });

  it('checks the others when one entry is wrong, and says which', async () => {
    writeList('{ username: alice, password-env: GOOD }', '{ username: bob, password-env: ABSENT }');
    const { stdout, exitCode } = await runCli(['--accounts', file], { env });
    expect(stdout).toMatch(/^PASS .*alice/m);
    expect(stdout).toMatch(/^FAIL {2}config/m);
    expect(stdout).toContain('ABSENT');
    expect(exitCode).toBe(64);
  });

  it.each(['', '\ufeff'])('comes from standard input too (it begins with %j)', async (mark) => {
    writeList('{ username: alice, password-env: GOOD }');
    const stdin = mark + readFileSync(file, 'utf8').replaceAll('\n', '\r\n');
    const { stdout, exitCode } = await runCli(['--accounts', '-'], { env, stdin });
    expect(stdout).toMatch(/^PASS {2}accepted .*alice/m);
    expect(exitCode).toBe(0);
  });

  it('may take its secrets from files', async () => {
    const secret = join(folder, 'secret');
    writeFileSync(secret, 'correct horse\n');
    writeList(`{ username: alice, password-file: ${JSON.stringify(secret)} }`);
    const { stdout, exitCode } = await runCli(['--accounts', file]);
    expect(stdout).toMatch(/^PASS {2}accepted .*alice/m);
    expect(exitCode).toBe(0);
  });

  it.each([
    [
      'a file that is not there',
      ['--accounts', 'absent.yml'],
      /^smtp-auth-check: --accounts names a file \(absent\.yml\) that does not exist.*\[ENOENT\]/,
    ],
    [
      'a host beside it',
      ['--accounts', 'list.yml', '--host', 'h'],
      /^smtp-auth-check: --host cannot be combined with --accounts/,
    ],
    [
      'a part that is none',
      ['--accounts', 'list.yml', '--shard', '3/2'],
      /^smtp-auth-check: --shard must be a part such as 3\/16/,
    ],
    [
      'secrets in it on the command line',
      ['--accounts', '[{host: h, username: u, password: hunter2}]'],
      /^smtp-auth-check: A list with secrets does not belong on a command line/,
    ],
    ['nothing at all', [], /^smtp-auth-check: Nothing to check: --accounts and --host are both/],
    ['nothing on standard input', ['--accounts', '-'], /^smtp-auth-check: --accounts is empty/],
  ])('is refused with %s', async (_, args, message) => {
    const { stderr, exitCode } = await runCli(args, { env });
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(64);
    expect(stderr).not.toContain('hunter2');
    expect(peer.connections).toHaveLength(0);
  });

  it('has no flag for a tracking issue, which needs a repository', async () => {
    const { exitCode } = await runCli(['--accounts', file, '--tracking-issue', 'true'], { env });
    expect(exitCode).toBe(64);
  });
});

it('a report that cannot be written is reported, and fails the program with status 74 where nothing else does', async () => {
  writeList('{ username: alice, password-env: GOOD }');
  const args = ['--accounts', file, '--report-json', join(file, 'below-a-file.json')];
  const { stderr, exitCode } = await runCli(args, { env });
  expect(stderr).toMatch(/^smtp-auth-check: The file of "report-json", .*, could not be written/);
  expect(exitCode).toBe(74);
});
