import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleartext, runCli } from '../support/cli.ts';
import { type Peer, startPeer } from '../support/peer.ts';
import { describeNeeding } from '../support/platform.ts';
import { runAtTerminal } from '../support/terminal.ts';

/** A person at a terminal sees that a check is under way; nobody else does. */

let peer: Peer;
beforeEach(async () => {
  peer = await startPeer(() => new Promise(() => undefined)); // says nothing
});
afterEach(() => peer.close());

const env = { PW: 'correct horse' };
const waits = (...more: string[]): string[] => [
  ...cleartext(peer),
  ...['--password-env', 'PW', '--timeout', '2', ...more],
];
const WAITING = 'Waiting for the server, 1 s';
const WIPED = '\r\x1b[K';
const FAIL = '\x1b[31mFAIL';

it('a pipe gets the result alone', async () => {
  const { stdout, stderr } = await runCli(waits(), { env });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^FAIL {2}timeout/);
});

describeNeeding('a pseudo-terminal')('at a terminal', () => {
  it('one check says how long it waits, and wipes that away before its result', async () => {
    const { screen } = await runAtTerminal(waits(), { env });
    expect(screen).toContain(`${WIPED}${WAITING}`);
    expect(screen).toContain(` s${WIPED}${FAIL}`);
  });

  it('a list shows how far it is, and how many failed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-progress-'));
    const file = join(folder, 'accounts.yml');
    const silent = `{host: 127.0.0.1, port: ${peer.port}, username: u, password-env: PW}`;
    writeFileSync(file, `- ${silent}\n- {host: 127.0.0.1, port: 0, username: u, password-env: PW}`);
    const args = ['--accounts', file, '--timeout', '2', '--retries', '0'];
    const { screen } = await runAtTerminal(args, { env });
    rmSync(folder, { recursive: true });
    expect(screen).toContain(`${WIPED}[##########..........] 1/2, 1 failed, 1 s`);
    expect(screen).toContain(` s${WIPED}${FAIL}`);
  });

  it.each([
    [['--quiet'], {}],
    [[], { TERM: 'dumb' }],
  ])('not with %j and %j', async (flags, more) => {
    const { screen } = await runAtTerminal(waits(...flags), { env: { ...env, ...more } });
    expect(screen).not.toContain('Waiting');
  });
});
