import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ActionRun, runAction } from '../support/action.ts';
import { serverNamed } from './servers.ts';

/** Thousands of accounts in one run of the bundle, over TLS, at a Postfix with Dovecot that has many addresses. */

const { caFile, starttlsPort, log } = serverNamed('postfix-dovecot');
/** The limit that start.sh gives each of these hosts, so that the run may not pass it. */
const MAX_PER_HOST = 4;
const hasIPv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);
const HOSTS = [
  ...Array.from({ length: 10 }, (_, n) => `127.0.0.${n + 2}`),
  ...(hasIPv6 ? ['::1'] : []),
];
/** Every twentieth password is wrong. */
const isWrong = (n: number): boolean => n % 20 === 7;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'real-fleet-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Report {
  readonly host: string;
  readonly username: string;
  readonly verdict: string;
  readonly code: number;
}

/** The accounts of users.mjs, one host after the other. */
function writeList(count: number): string {
  const accounts = Array.from({ length: count }, (_, n) => ({
    host: HOSTS[n % HOSTS.length],
    username: `fleet${n}@example.test`,
    password: isWrong(n) ? `not the password of ${n}` : `password of fleet${n}`,
  }));
  const path = join(folder, 'accounts.json');
  const defaults = { port: starttlsPort, 'tls-ca': caFile };
  writeFileSync(path, JSON.stringify({ defaults, accounts }));
  return path;
}

async function check(count: number): Promise<{ run: ActionRun; report: Report[] }> {
  const json = join(folder, 'report.json');
  const run = await runAction({
    accounts: writeList(count),
    'report-json': json,
    'max-parallel': 40,
    'max-per-host': MAX_PER_HOST,
    'host-gap': 0.1,
  });
  return { run, report: JSON.parse(readFileSync(json, 'utf8')) as Report[] };
}

/** What the servers have logged since `start`, once all connections are over. */
async function readLog(start: number, connections: number): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const text = readFileSync(log).subarray(start).toString('utf8');
    if ((text.match(/: disconnect from /g)?.length ?? 0) >= connections) return text;
    if (tries === 100) throw new Error('the servers have not ended all connections');
    await sleep(100);
  }
}

test.each([1000, 3300])(
  '%i accounts: each result right and in place, one AUTH each, no host asked too much',
  async (count) => {
    const start = statSync(log).size;
    const { run, report } = await check(count);
    const text = await readLog(start, count);
    const seconds = run.elapsedMs / 1000;
    process.stdout.write(
      `${count} accounts in ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} a second\n`,
    );

    expect(
      report.map(({ host, username, verdict, code }) => [host, username, verdict, code]),
    ).toEqual(
      Array.from({ length: count }, (_, n) => [
        HOSTS[n % HOSTS.length],
        `fleet${n}@example.test`,
        ...(isWrong(n) ? ['rejected', 535] : ['accepted', 235]),
      ]),
    );
    const rejected = Array.from({ length: count }, (_, n) => n).filter(isWrong).length;
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { total: String(count), accepted: String(count - rejected) },
    });
    // Dovecot was asked once for each account: as often as there are users, and for every one of them.
    expect(text.match(/client in: AUTH\b/g)).toHaveLength(count);
    const users = text.matchAll(/passwd-file\((fleet\d+@example\.test),/g);
    expect(new Set([...users].map(([, user]) => user)).size).toBe(count);
    // One connection for each, and none of them was one too many: Postfix counts by itself and refuses the fifth.
    expect(text.match(/: connect from /g)).toHaveLength(count);
    expect(text).not.toContain('limit exceeded');
  },
  120_000,
);
