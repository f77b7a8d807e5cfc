import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ActionRun, runAction, type RunOptions } from '../support/action.ts';
import { type CliOptions, runCli } from '../support/cli.ts';
import {
  type Farm,
  FARM_DEFAULTS,
  type FarmHost,
  type HostPlan,
  startFarm,
} from '../support/farm.ts';

/** The bundle against a farm of hosts 127.0.0.x, at the size of a company. */

const OK = '235 2.7.0 ok';
let farm: Farm;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fleet-scale-'));
});

afterEach(async () => {
  await farm.close();
  rmSync(folder, { recursive: true });
});

interface Report {
  readonly host: string;
  readonly username: string;
  readonly verdict: string;
  readonly cause: string;
  readonly attempts: number;
}

async function start(
  count: number,
  planOf: (index: number) => Omit<HostPlan, 'address'>,
): Promise<void> {
  farm = await startFarm(
    Array.from({ length: count }, (_, n) => ({ address: `127.0.0.${n + 2}`, ...planOf(n) })),
  );
}

/** Account n is at host n modulo the number of hosts. */
function writeList(count: number): string {
  const entries = Array.from({ length: count }, (_, n) => {
    const { address, port } = farm.host(n % farm.hosts.length);
    return { host: address, port, username: `user${n}` };
  });
  const path = join(folder, 'accounts.json');
  writeFileSync(path, JSON.stringify({ defaults: FARM_DEFAULTS, accounts: entries }));
  return path;
}

async function check(
  count: number,
  inputs: Record<string, string>,
  options: RunOptions = {},
): Promise<{ run: ActionRun; report: Report[] }> {
  const json = join(folder, 'report.json');
  const accounts = writeList(count);
  const run = await runAction({ accounts, 'report-json': json, ...inputs }, options);
  return { run, report: JSON.parse(readFileSync(json, 'utf8')) as Report[] };
}

const THROTTLING = [3, 9, 15];
const SILENT = [6, 12];
const isRejected = (n: number): boolean => n % 20 === 0 && n < 1000;

function expectOneAuthEach(hosts: readonly FarmHost[]): void {
  const auths = hosts.flatMap((host) => host.auths);
  expect(new Set(auths).size).toBe(auths.length);
}

test('1,000 accounts at 20 hosts, 3 of which throttle, 2 are silent and 50 logins are refused', async () => {
  await start(20, (index) => ({
    delayMs: 10,
    isSilent: SILENT.includes(index),
    answer: (user, nth) => {
      if (THROTTLING.includes(index) && nth > 10) return '454 4.7.0 Too many login attempts';
      return isRejected(Number(user.slice(4))) ? '535 5.7.8 no' : OK;
    },
  }));
  const { run, report } = await check(1000, { 'max-parallel': '40', timeout: '2', retries: '0' });

  expect(report.map(({ username }) => username)).toEqual(
    Array.from({ length: 1000 }, (_, n) => `user${n}`),
  );
  const verdictsOf = (isHere: (host: number) => boolean): [number, string][] =>
    report.flatMap(({ verdict }, n): [number, string][] => (isHere(n % 20) ? [[n, verdict]] : []));
  const right = (verdictOf: (n: number) => string, list: [number, string][]): unknown =>
    list.map(([n]) => [n, verdictOf(n)]);
  const silent = verdictsOf((host) => SILENT.includes(host));
  expect(silent).toEqual(right(() => 'timeout', silent));
  // Three that waited in vain, and those that were under way meanwhile.
  for (const index of SILENT) expect(farm.host(index).connectedAt.length).toBeLessThanOrEqual(6);
  const normal = verdictsOf((host) => !SILENT.includes(host) && !THROTTLING.includes(host));
  expect(normal).toEqual(right((n) => (isRejected(n) ? 'rejected' : 'accepted'), normal));
  const throttled = report.filter(
    ({ verdict }, n) => THROTTLING.includes(n % 20) && verdict !== 'accepted',
  );
  expect(throttled).toHaveLength(3 * 40);
  expect(new Set(throttled.map(({ verdict, cause }) => `${verdict} ${cause}`))).toEqual(
    new Set(['temporary throttled']),
  );
  expect(Math.max(...farm.hosts.map(({ peak }) => peak))).toBeLessThanOrEqual(4);
  expectOneAuthEach(farm.hosts);
  for (const index of THROTTLING) {
    // Ten accepted, one refused, and those that were under way when the refusal came.
    expect(farm.host(index).auths.length).toBeLessThanOrEqual(14);
    const tried = report.filter(({ attempts }, n) => n % 20 === index && attempts > 0);
    expect(tried).toHaveLength(farm.host(index).auths.length);
  }
  expect(run.outputs).toMatchObject({ verdict: 'timeout', total: '1000' });
  expect(run.stdout.match(/^::(error|warning|notice) /gm)?.length).toBeLessThanOrEqual(10);
});

/** As soon as some logins were answered: what a runner, a person or a dying machine sends, and 60 ms between. */
async function interrupt(
  send: (signal: NodeJS.Signals) => void,
  signals: readonly NodeJS.Signals[],
): Promise<number> {
  const answered = (): number => farm.hosts.reduce((sum, { auths }) => sum + auths.length, 0);
  while (answered() < 150) await sleep(20);
  const at = performance.now();
  for (const signal of signals) {
    send(signal);
    await sleep(60);
  }
  return at;
}

describe.each<[NodeJS.Signals[], number]>([
  [['SIGTERM'], 143],
  [['SIGTERM', 'SIGTERM'], 143],
  [['SIGINT', 'SIGTERM'], 130],
])('%j in the middle of 1,000: what is finished is there, the rest is named', (signals, status) => {
  beforeEach(async () => {
    await start(20, () => ({ delayMs: 40, answer: () => OK }));
  });

  function expectWhole(report: readonly Report[], junit: string): number {
    expect(report.map(({ username }) => username)).toEqual(
      Array.from({ length: 1000 }, (_, n) => `user${n}`),
    );
    const accepted = report.filter(({ verdict }) => verdict === 'accepted').length;
    const cancelled = report.filter(({ verdict }) => verdict === 'cancelled').length;
    expect(accepted).toBeGreaterThanOrEqual(100);
    expect(accepted + cancelled).toBe(1000);
    expect(junit.match(/<testcase /g)).toHaveLength(1000);
    expect(junit.match(/<error type="cancelled"/g)).toHaveLength(cancelled);
    return accepted;
  }

  test('by the action, within two seconds', async () => {
    const junit = join(folder, 'junit.xml');
    let interrupted: Promise<number> | undefined;
    const onStart: RunOptions['onStart'] = (send) => {
      interrupted = interrupt(send, signals);
    };
    const { run, report } = await check(1000, { 'report-junit': junit }, { onStart });
    const endedAt = performance.now();
    expect(endedAt - ((await interrupted) ?? NaN)).toBeLessThan(2000);
    expect(run.exitCode).toBe(status);
    const accepted = expectWhole(report, readFileSync(junit, 'utf8'));
    const outputs = { total: '1000', accepted: String(accepted), verdict: 'cancelled' };
    expect(run.outputs).toMatchObject(outputs);
    for (const { username } of report) expect(run.summary).toContain(`<code>${username}</code>`);
  });

  test('by the command line program, within two seconds', async () => {
    const [json, junit] = [join(folder, 'report.json'), join(folder, 'junit.xml')];
    const args = ['--accounts', writeList(1000), '--report-json', json, '--report-junit', junit];
    let interrupted: Promise<number> | undefined;
    const onStart: CliOptions['onStart'] = (send) => {
      interrupted = interrupt(send, signals);
    };
    const { exitCode } = await runCli(args, { onStart });
    const endedAt = performance.now();
    expect(endedAt - ((await interrupted) ?? NaN)).toBeLessThan(2000);
    expect(exitCode).toBe(status);
    expectWhole(JSON.parse(readFileSync(json, 'utf8')) as Report[], readFileSync(junit, 'utf8'));
  });
});

/** Without V8 flags, which would cost 15 % of the speed; nodemailer takes 229 MiB for as many logins. */
const MAX_PEAK_KIB = 220 * 1024;

test('5,000 accounts take at most 220 MiB', async () => {
  await start(20, () => ({ answer: () => OK }));
  const peakKiB = async (count: number): Promise<number> => {
    const { run } = await check(
      count,
      { 'host-gap': '0', 'max-parallel': '40' },
      { env: { NODE_OPTIONS: PRINT_PEAK } },
    );
    expect(run.outputs['accepted']).toBe(String(count));
    expect(Buffer.byteLength(run.summary)).toBeLessThan(1024 * 1024);
    return Number(/^peak (\d+)$/m.exec(run.stderr)?.[1]);
  };
  const small = await peakKiB(50);
  const large = await peakKiB(5000);
  process.stdout.write(`peak RSS: 50 accounts ${small} KiB, 5,000 accounts ${large} KiB\n`);
  expect(large).toBeLessThanOrEqual(MAX_PEAK_KIB);
});

const PRINT_PEAK = `--import data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))",
)}`;
