import TinyQueue from 'tinyqueue';
import { now as clock } from '../platform/clock.ts';

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

/** The jobs of one host, in their order. */
export interface Lane {
  readonly host: string;
  /** Of the host in the list. */
  readonly position: number;
  readonly jobs: Job[];
  /** How many have been started. */
  started: number;
  running: number;
  /** Of the last job, on the clock of clock.ts. */
  startedAt: number;
  answers: boolean;
  /**
   * When the last jobs ended. The host counts a connection until it has dealt with its end, which takes a
   * busy one a while, and its own limit may be as low as ours.
   */
  endedAt: number[];
  /** Its place in a queue; an older one there is out of date. */
  turn?: Turn;
}

/** A place in a queue. What it is ordered by stays as it was, since the order of a queue must not change. */
interface Turn extends Readonly<Pick<Lane, 'answers' | 'running' | 'startedAt'>> {
  readonly lane: Lane;
  readonly readyAt: number;
}

/** The hosts that have jobs left, ordered so that the next one is found in little time among thousands. */
export class Lanes {
  readonly #limits: Limits;
  readonly #all: readonly Lane[];
  /** Those whose next job may start. */
  readonly #ready = new TinyQueue<Turn>([], compareReady);
  /** Those whose next job may start later. A host that is busy is in neither queue until one of its jobs ends. */
  readonly #later = new TinyQueue<Turn>([], (a, b) => a.readyAt - b.readyAt);

  constructor(jobs: readonly Job[], limits: Limits) {
    this.#limits = limits;
    this.#all = makeLanes(jobs);
    this.placeAll();
  }

  /** Puts every host in its queue, since `asksHost` may have changed everywhere. */
  placeAll(): void {
    for (const lane of this.#all) this.place(lane);
  }

  /** Puts a host in its queue after something about it has changed. */
  place(lane: Lane): void {
    delete lane.turn;
    const job = lane.jobs[lane.started];
    if (!job) return;
    const now = clock();
    const readyAt = job.asksHost() ? whenReady(lane, this.#limits, now) : now;
    if (readyAt === Infinity) return;
    const { answers, running, startedAt } = lane;
    lane.turn = { lane, readyAt, answers, running, startedAt };
    (readyAt > now ? this.#later : this.#ready).push(lane.turn);
  }

  /** @returns the host to start a job at; it has to be placed again. Undefined when none is ready */
  takeReady(): Lane | undefined {
    const now = clock();
    for (let turn = first(this.#later); turn && turn.readyAt <= now; turn = first(this.#later)) {
      this.#later.pop();
      this.place(turn.lane);
    }
    return first(this.#ready) && this.#ready.pop()?.lane;
  }

  /** Milliseconds until another host is ready; infinite when only the end of a job can help. */
  msUntilReady(): number {
    return (first(this.#later)?.readyAt ?? Infinity) - clock();
  }
}

function makeLanes(jobs: readonly Job[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const job of jobs) {
    const { host } = job;
    const lane: Lane = lanes.get(host) ?? {
      ...{ host, position: lanes.size, jobs: [], started: 0, running: 0 },
      ...{ startedAt: -Infinity, endedAt: [], answers: true },
    };
    lane.jobs.push(job);
    lanes.set(host, lane);
  }
  return [...lanes.values()];
}

/** The first place of a queue that is not out of date. */
function first(queue: TinyQueue<Turn>): Turn | undefined {
  for (let turn = queue.peek(); turn; turn = queue.peek()) {
    if (turn.lane.turn === turn) return turn;
    queue.pop();
  }
  return undefined;
}

/** When the next job may start; infinite when only the end of a job can help. */
function whenReady(lane: Lane, limits: Limits, now: number): number {
  const gapMs = limits.gapMs(lane.host);
  lane.endedAt = lane.endedAt.filter((at) => at + gapMs > now);
  const taken = lane.running + lane.endedAt.length;
  const isFree = taken < limits.maxPerHost(lane.host);
  const freeAt = isFree ? now : (lane.endedAt[0] ?? Infinity) + gapMs;
  return Math.max(lane.startedAt + gapMs, freeAt);
}

/** Hosts that answer before hosts that do not, then the least busy, then the one that waits longest, then the order of the list. */
function compareReady(a: Turn, b: Turn): number {
  if (a.answers !== b.answers) return a.answers ? -1 : 1;
  if (a.running !== b.running) return a.running - b.running;
  if (a.startedAt !== b.startedAt) return a.startedAt - b.startedAt;
  return a.lane.position - b.lane.position;
}
