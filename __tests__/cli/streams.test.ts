import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { baseEnvironment, cleartext, CLI_BUNDLE } from '../support/cli.ts';
import { type Peer, startPeer } from '../support/peer.ts';
import { describeNeeding } from '../support/platform.ts';
import { cleartextScript, loginThen } from '../support/scripts.ts';

/** A stream whose reader has gone, or whose disk is full, changes neither the status nor the time. */

const NODE = process.env['NODE_UNDER_TEST'] ?? process.execPath;
const SECRET = { SMTP_PASSWORD: 'correct horse battery' };

type Fault = 'gone' | 'full';
interface Faults {
  readonly stdout?: Fault;
  readonly stderr?: Fault;
}

/** @returns the exit status, and what arrived at the stream that works */
async function run(args: readonly string[], faults: Faults): Promise<[number | null, string]> {
  const full = openSync('/dev/full', 'w');
  const target = (fault?: Fault): number | 'pipe' => (fault === 'full' ? full : 'pipe');
  const child = spawn(NODE, [CLI_BUNDLE, ...args], {
    env: { ...baseEnvironment(), ...SECRET },
    stdio: ['ignore', target(faults.stdout), target(faults.stderr)],
  });
  closeSync(full);
  const killer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  let text = '';
  for (const [name, stream] of [
    ['stdout', child.stdout],
    ['stderr', child.stderr],
  ] as const) {
    if (faults[name] === 'gone') stream?.destroy();
    else stream?.on('data', (chunk) => (text += String(chunk)));
  }
  const [status] = (await once(child, 'close')) as [number | null];
  clearTimeout(killer);
  return [status, text];
}

let peer: Peer;
afterEach(async () => {
  await peer.close();
});

async function flagsFor(reply: string): Promise<string[]> {
  peer = await startPeer(cleartextScript(loginThen(reply)));
  return [...cleartext(peer), '--password-env', 'SMTP_PASSWORD'];
}

const BROKEN: readonly Faults[] = [
  { stdout: 'gone' },
  { stdout: 'full' },
  { stderr: 'gone' },
  { stderr: 'full' },
  { stdout: 'gone', stderr: 'full' },
  { stdout: 'full', stderr: 'full' },
];
const ANSWERS = [
  ['235 2.7.0 welcome\r\n', 0],
  ['535 5.7.8 no\r\n', 1],
  ['454 4.7.0 later\r\n', 2],
] as const;
const FORMATS = [[], ['--format', 'json'], ['--quiet'], ['--verbose']];

describeNeeding('a full device')('the status of the verdict stands', () => {
  it.each(
    BROKEN.flatMap((faults) =>
      FORMATS.flatMap((format) =>
        ANSWERS.map(([reply, status]) => [faults, format, reply, status] as const),
      ),
    ),
  )('with %j and %j after %j: %i', async (faults, format, reply, status) => {
    const [exitCode, text] = await run([...(await flagsFor(reply)), ...format], faults);
    expect(exitCode).toBe(status);
    expect(text).not.toMatch(/the check itself failed|node:internal|EPIPE|ENOSPC/);
  });

  it.each(BROKEN)('of a list, and of a wrong command line, with %j', async (faults) => {
    const reply = '535 5.7.8 no\r\n';
    peer = await startPeer(cleartextScript(loginThen(reply)));
    const { port } = peer;
    const rest = { host: '127.0.0.1', port, 'password-env': 'SMTP_PASSWORD', starttls: 'never' };
    const entries = ['a', 'b', 'c'].map((username) => {
      return { ...rest, username, 'allow-cleartext-auth': true, mechanism: 'LOGIN' };
    });
    const list = ['--accounts', JSON.stringify(entries), '--host-gap', '0'];
    expect((await run(list, faults))[0]).toBe(1);
    expect((await run(['--nonsense'], faults))[0]).toBe(64);
    expect((await run(['--help'], faults))[0]).toBe(0);
  });
});

/** A terminal obeys what it is sent, also in an error message about what somebody typed. */
it('no control character of a command line reaches standard error', async () => {
  peer = await startPeer(() => undefined);
  const escape = '\u001b[31m\u0007\u009b';
  const values = ['host', 'port', 'ehlo-name', 'tls-fingerprint', 'mechanism', 'timeout', 'expect'];
  const commands = [
    [`--nonsense${escape}`],
    [`--usernam${escape}`, 'x'],
    values.map((name) => `--${name}=${escape}`),
    ['--host=a.test', '--username=u', `--password-env=${escape}`],
    ['--host=a.test', '--username=u', `--password-file=/${escape}`],
    [`--accounts=${escape}.yml`],
    [`--accounts=[{usernam${escape}: x}]`],
    ['--host=a.test', `--username=${escape}`, '--password-env=SMTP_PASSWORD', '--shard=1/2'],
  ];
  for (const command of commands) {
    const [status, text] = await run(command, {});
    expect([64, 2]).toContain(status);
    // eslint-disable-next-line no-control-regex -- that is the question
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
  }
});
