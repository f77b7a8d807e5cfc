import { setTimeout as sleep } from 'node:timers/promises';
import { now as clock } from '../platform/clock.ts';

/**
 * Decides which job may start when. Libraries for this (p-queue, bottleneck) know one queue with one
 * limit; here each host has limits of its own under a common one, and whichever host is least busy goes
 * next, so that hosts that hang do not take all places from those that answer.
 */

export interface Limits {
  /** Jobs at once. */
  readonly maxParallel: number;
  /** Jobs at once at one host. */
  readonly maxPerHost: (host: string) => number;
  /** Milliseconds between the starts of two jobs at one host, and before a place there is free again. */
  readonly gapMs: (host: string) => number;
}

export interface Job {
  readonly host: string;
  /** False for a job that needs no connection, because its result is known already: it waits for no limit. */
  readonly asksHost: () => boolean;
  /** Runs the job; it never rejects. It tells whether the host answered, which decides who goes next. */
  readonly run: () => Promise<{ readonly hostAnswered: boolean }>;
}

interface Lane {
  readonly host: string;
  readonly waiting: Job[];
  running: number;
  /** Of the last job, on the clock of clock.ts. */
  startedAt: number;
  answers: boolean;
  /**
   * When the last jobs ended. The host counts a connection until it has dealt with its end, which takes a
   * busy one a while, and its own limit may be as low as ours.
   */
  endedAt: number[];
}

/**
 * Runs all jobs within the limits, each host's in their order, and returns when the last has ended.
 *
 * @param signal on abort, `asksHost` is evaluated again at once for every waiting job
 */
export async function runPaced(
  jobs: readonly Job[],
  limits: Limits,
  signal: AbortSignal,
): Promise<void> {
  const lanes = makeLanes(jobs);
  let running = 0;
  let wake = (): void => undefined;
  const start = (lane: Lane, job: Job): void => {
    const asksHost = job.asksHost();
    running += 1;
    lane.running += 1;
    if (asksHost) lane.startedAt = clock();
    void job.run().then(({ hostAnswered }) => {
      running -= 1;
      lane.running -= 1;
      lane.answers = hostAnswered;
      if (asksHost) lane.endedAt.push(clock());
      wake();
    });
  };
  signal.addEventListener(
    'abort',
    () => {
      wake();
    },
    { once: true },
  );
  for (;;) {
    const open = lanes.filter((lane) => lane.waiting.length > 0);
    if (open.length === 0 && running === 0) return;
    const isFull = running >= limits.maxParallel;
    const { lane, waitMs } = isFull ? { waitMs: Infinity } : choose(open, limits);
    const job = lane?.waiting.shift();
    if (lane && job) start(lane, job);
    else await untilWoken((resolve) => (wake = resolve), waitMs);
  }
}

function makeLanes(jobs: readonly Job[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const job of jobs) {
    const { host } = job;
    const fresh = {
      host,
      waiting: [],
      running: 0,
      startedAt: -Infinity,
      endedAt: [],
      answers: true,
    };
    const lane: Lane = lanes.get(host) ?? fresh;
    lane.waiting.push(job);
    lanes.set(host, lane);
  }
  return [...lanes.values()];
}

/** The lane to start from, or the milliseconds until one is ready (infinite when only an end can help). */
function choose(open: readonly Lane[], limits: Limits): { lane?: Lane; waitMs: number } {
  let best: Lane | undefined;
  let waitMs = Infinity;
  for (const lane of open) {
    const leftMs = lane.waiting[0]?.asksHost() ? msUntilReady(lane, limits) : 0;
    if (leftMs > 0) waitMs = Math.min(waitMs, leftMs);
    else if (!best || isBefore(lane, best)) best = lane;
  }
  return best ? { lane: best, waitMs: 0 } : { waitMs };
}

function msUntilReady(lane: Lane, limits: Limits): number {
  const now = clock();
  const gapMs = limits.gapMs(lane.host);
  lane.endedAt = lane.endedAt.filter((at) => at + gapMs > now);
  const taken = lane.running + lane.endedAt.length;
  const isFree = taken < limits.maxPerHost(lane.host);
  const freeAt = isFree ? now : (lane.endedAt[0] ?? Infinity) + gapMs;
  return Math.max(lane.startedAt + gapMs, freeAt) - now;
}

/** Hosts that answer before hosts that do not, then the least busy, then the one that waits longest. */
function isBefore(a: Lane, b: Lane): boolean {
  if (a.answers !== b.answers) return a.answers;
  return a.running === b.running ? a.startedAt < b.startedAt : a.running < b.running;
}

/** Waits until something ends, at most `ms`. */
async function untilWoken(setWake: (wake: () => void) => void, ms: number): Promise<void> {
  const timer = new AbortController();
  const woken = new Promise<void>((resolve) => {
    setWake(resolve);
  });
  if (ms === Infinity) return woken;
  const gapEnds = sleep(Math.ceil(ms), undefined, { signal: timer.signal }).catch(() => undefined);
  await Promise.race([woken, gapEnds]);
  timer.abort();
}
