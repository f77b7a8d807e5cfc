import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleartext, type CliRun, runCli } from '../support/cli.ts';
import { type Peer, startPeer } from '../support/peer.ts';
import { cleartextScript, loginThen } from '../support/scripts.ts';

const SECRET = { env: { SMTP_PASSWORD: 'correct horse' } };

let peer: Peer;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-formats-'));
});
afterEach(async () => {
  await peer.close();
  rmSync(folder, { recursive: true, force: true });
});

async function check(reply: string, ...flags: string[]): Promise<CliRun> {
  peer = await startPeer(cleartextScript(loginThen(reply)));
  return runCli([...cleartext(peer), '--password-env', 'SMTP_PASSWORD', ...flags], SECRET);
}

describe('--format nagios', () => {
  it('says OK with the time of each stage', async () => {
    const { exitCode, stdout, stderr } = await check('235 2.7.0 ok\r\n', '--format', 'nagios');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^SMTP LOGIN OK - accepted \(235 2\.7\.0\): user@example\.test at 127\.0\.0\.1:\d+\.\|time=[\d.]+s;;;0 connect=[\d.]+s;;;0 greeting=\S+ ehlo=\S+ auth=[\d.]+s;;;0\n$/,
    );
  });

  it('says CRITICAL for a rejected login, without a bar of the server', async () => {
    const { exitCode, stdout } = await check('535 5.7.8 a|b=1\r\n', '--format=nagios');
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/^SMTP LOGIN CRITICAL - rejected \(535 5\.7\.8\)/);
    expect(stdout.split('|')).toHaveLength(2);
  });

  it.each([
    [['--timeout', 'soon'], /^SMTP LOGIN UNKNOWN - --timeout must be/],
    [['--hosst', 'x'], /^SMTP LOGIN UNKNOWN - Unknown flag/],
  ])('says UNKNOWN with status 3 for %j', async (flags, words) => {
    const { exitCode, stdout, stderr } = await check('', ...flags, '--format', 'nagios');
    expect([exitCode, stderr]).toEqual([3, '']);
    expect(stdout).toMatch(words);
    expect(stdout.split('\n')).toHaveLength(2);
  });

  it('says UNKNOWN for a flag that does not exist, in whatever case the format is written', async () => {
    for (const format of [['--format', 'NAGIOS'], ['--format=Nagios']]) {
      const { exitCode, stdout } = await runCli(['--hosst', 'x', ...format]);
      expect([exitCode, stdout]).toEqual([3, expect.stringMatching(/^SMTP LOGIN UNKNOWN - /)]);
    }
  });
});

it.each([
  [['--json'], 'There is no --json; use --format json.'],
  [['--format', 'xml'], '--format must be text, json, nagios, not "xml".'],
  [['--format', 'nagios', '--quiet'], '--quiet and --format nagios cannot be combined'],
])('%j is refused with what to give instead', async (flags, words) => {
  const { exitCode, stdout, stderr } = await check('', ...flags);
  expect(stdout + stderr).toContain(words);
  expect(exitCode).toBe(flags.includes('nagios') ? 3 : 64);
});

describe('--report-prometheus', () => {
  it('replaces the file at once, and leaves nothing beside it', async () => {
    const file = join(folder, 'new', 'smtp.prom');
    mkdirSync(join(folder, 'new'));
    writeFileSync(file, 'old');
    const { exitCode } = await check('235 2.7.0 ok\r\n', '--report-prometheus', file);
    expect(exitCode).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^smtp_auth_check_passed\{.*\} 1$/m);
    expect(readFileSync(file, 'utf8')).not.toContain('correct horse');
    expect(readdirSync(join(folder, 'new'))).toEqual(['smtp.prom']);
  });

  it('says why the file cannot be written', async () => {
    const { exitCode, stderr } = await check('235 2.7.0 ok\r\n', '--report-prometheus', folder);
    expect(exitCode).toBe(74);
    expect(stderr).toMatch(/The file of "report-prometheus", .*, could not be written \(EISDIR\)/);
  });
});
