import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type ActionRun, BUNDLE, runAction } from '../../support/action.ts';
import { honest } from './play.ts';
import { startPeer } from '../../support/peer.ts';
import {
  DEFAULT_INPUTS,
  type Family,
  type HostileCase,
  type Input,
  type Requirement,
  type Seen,
} from './case.ts';
import { lateness, neverEvents } from './never.ts';
import { sharedWorld, type World } from './world.ts';

/** Nobody listens there: port 1 (tcpmux) needs a privileged process. */
const DEAD_PORT = 1;

/** Milliseconds that the bundle needs for an honest server on an idle machine. */
const IDLE_MS = 400;
const MAX_PACE = 8;
/** Deviations that a slow machine explains are believed when they come this many times in a row. */
const MAX_PLAYS = 3;
/** Milliseconds after its deadline at which a program is killed: a broken one may run for ever. */
const KILL_GRACE_MS = 12_000;
let pace: Promise<number> | undefined;

/** How much slower this machine is just now; deadlines are stretched by it, so that a load is not a verdict. */
async function measurePace(): Promise<number> {
  const item: HostileCase = { name: 'pace', play: honest(), expect: { verdict: 'accepted' } };
  const { aliveMs = IDLE_MS } = await runCase(item, 1);
  return Math.min(MAX_PACE, Math.max(1, aliveMs / IDLE_MS));
}

/** Plays one case against the bundle. */
async function runCase(item: HostileCase, stretch: number, entry = BUNDLE): Promise<Seen> {
  const world = await sharedWorld();
  let send: (signal: NodeJS.Signals) => void = () => undefined;
  let connectedAt: number | undefined;
  let signalledAt: number | undefined;
  const kill = (signal: NodeJS.Signals): void => {
    signalledAt ??= performance.now();
    send(signal);
  };
  const { play } = item;
  const peer =
    play &&
    (await startPeer(async (connection, index) => {
      connectedAt ??= performance.now();
      await play(connection, { world, index, kill });
    }, item.listenAt));
  const port = peer?.port ?? DEAD_PORT;
  const resolved = await resolve(inputsOf(item, world, port), world, port);
  const inputs = stretchTimeout(resolved, stretch);
  const run = await runAction(inputs, {
    entry: item.join ? join(dirname(entry), 'join', 'index.js') : entry,
    args: item.join?.(world) ?? [],
    env: await resolve(item.env ?? {}, world, port),
    killAfterMs: secondsOf(inputs) * 1000 + KILL_GRACE_MS,
    ...(item.stdout && { stdout: item.stdout }),
    ...(item.stderr && { stderr: item.stderr }),
    onStart: (killChild) => {
      send = killChild;
      if (item.interrupt) setTimeout(kill, item.interrupt.afterMs * stretch, item.interrupt.signal);
    },
  });
  const since = (start: number | undefined): number | undefined =>
    start === undefined ? undefined : performance.now() - start;
  const [aliveMs, afterSignalMs] = [since(connectedAt), since(signalledAt)];
  await peer?.close();
  return { inputs, run, peer, pace: stretch, aliveMs, afterSignalMs };
}

/** The time that the action has; odd values of the configuration family end it at once. */
function secondsOf(inputs: Readonly<Record<string, string>>): number {
  const seconds = Number(inputs['timeout']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_INPUTS.timeout;
}

/** Only what can be a deadline of a case; the odd values of the configuration family stay. */
function stretchTimeout(
  inputs: Readonly<Record<string, string>>,
  stretch: number,
): Record<string, string> {
  const seconds = Number(inputs['timeout']);
  const isDeadline = seconds >= 1 && seconds <= 30;
  return { ...inputs, ...(isDeadline && { timeout: (seconds * stretch).toFixed(3) }) };
}

function inputsOf({ inputs = {} }: HostileCase, world: World, port: number): Record<string, Input> {
  return { ...DEFAULT_INPUTS, port, 'tls-ca': world.ca.cert, ...inputs };
}

async function resolve(
  values: Readonly<Record<string, Input>>,
  world: World,
  port: number,
): Promise<Record<string, string>> {
  const entries: [string, string][] = [];
  for (const [name, value] of Object.entries(values)) {
    const text = typeof value === 'function' ? await value(world, port) : String(value);
    entries.push([name, text]);
  }
  return Object.fromEntries(entries);
}

/** Plays one case, at the pace of this machine, against the bundle or another program. */
export async function playCase(item: HostileCase, entry?: string): Promise<Seen> {
  return runCase(item, await (pace ??= measurePace()), entry);
}

/** Where the outputs could not be written, the log has the verdict all the same. */
function verdictInLog({ stdout }: ActionRun): string | undefined {
  return /^::group::.*: ([a-z]+)(?: \(\d.*\))?(?: at [a-z]+)? after \d+ ms$/m.exec(stdout)?.[1];
}

/** The expected and the seen in one comparison, so that a red test shows all that differs. */
function observe({ expect: wanted }: HostileCase, run: ActionRun): Record<string, unknown> {
  const { outputs } = run;
  return {
    ...('verdict' in wanted && { verdict: outputs['verdict'] ?? verdictInLog(run) }),
    exit: run.exitCode,
    ...('stage' in wanted && { stage: outputs['stage'] }),
    ...('cause' in wanted && { cause: outputs['cause'] }),
    ...('code' in wanted && { code: Number(outputs['code']) }),
  };
}

/** What was seen beside what was wanted, for one comparison by the test. */
export interface Judgement {
  readonly seen: Readonly<Record<string, unknown>>;
  readonly wanted: Readonly<Record<string, unknown>>;
}

/**
 * Plays one case and looks for everything that must never happen. A case that a slow machine may have spoilt is played
 * again, at the pace that the machine has by then; what no load explains is red at once.
 *
 * @param entry the program under test; the committed bundle unless told
 */
export async function judgeCase(item: HostileCase, entry?: string): Promise<Judgement> {
  for (let plays = 1; ; plays += 1) {
    const seen = await playCase(item, entry);
    const judgement = judge(item, seen);
    if (plays === MAX_PLAYS || isDeepStrictEqual(judgement.seen, judgement.wanted))
      return judgement;
    if (!isMatterOfTime(item, seen)) return judgement;
    process.stderr.write(`played again, perhaps the machine was too slow: ${item.name}\n`);
    pace = measurePace();
  }
}

function judge(item: HostileCase, seen: Seen): Judgement {
  const unmet = unmetOf(item, seen).map(({ that }) => that);
  const { exit = item.expect.verdict === 'accepted' ? 0 : 1 } = item.expect;
  const allowed = [exit].flat();
  const status = allowed.find((one) => one === seen.run.exitCode) ?? allowed[0];
  return {
    seen: { ...observe(item, seen.run), unmet, never: neverEvents(seen) },
    wanted: { ...item.expect, exit: status, unmet: [], never: [] },
  };
}

function unmetOf({ also = [] }: HostileCase, seen: Seen): Requirement[] {
  return also.filter(({ holds }) => !holds(seen));
}

/** True when a deadline or signal that came before its time, or a late end, is all that went wrong. */
function isMatterOfTime(item: HostileCase, seen: Seen): boolean {
  if (seen.run.signal === 'SIGKILL') return false; // by us, long after its time
  const late = lateness(seen);
  if (neverEvents(seen).length > late.length) return false;
  const unmet = unmetOf(item, seen);
  if (unmet.some(({ isAboutTime }) => !isAboutTime)) return false;
  const isCutShort = seen.run.outputs['verdict'] === 'timeout';
  const isKilled = item.interrupt !== undefined && seen.run.signal !== null;
  return isCutShort || isKilled || late.length + unmet.length > 0;
}

/** The table for `test.each`. */
export function casesOf({ cases }: Family): [string, HostileCase][] {
  return cases.map((item) => [item.name, item]);
}
