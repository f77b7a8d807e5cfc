import { setTimeout as sleep } from 'node:timers/promises';
import { now as clock } from '../platform/clock.ts';
import { type Job, type Lane, Lanes, type Limits } from './lanes.ts';

/**
 * Runs all jobs within the limits, each host's in their order, and returns when the last has ended. Libraries for this
 * (p-queue, bottleneck) know one queue with one limit; here each host has limits of its own under a common one, and the
 * least busy host goes next, so that hosts that hang do not take all places from those that answer.
 *
 * @param signal on abort, `asksHost` is evaluated again at once for every waiting job
 */
export async function runPaced(
  jobs: readonly Job[],
  limits: Limits,
  signal: AbortSignal,
): Promise<void> {
  const lanes = new Lanes(jobs, limits);
  let waiting = jobs.length;
  let running = 0;
  let wake = (): void => undefined;
  const start = (lane: Lane, job: Job): void => {
    const asksHost = job.asksHost();
    [waiting, running] = [waiting - 1, running + 1];
    lane.started += 1;
    lane.running += 1;
    if (asksHost) lane.startedAt = clock();
    void job.run().then(({ hostAnswered }) => {
      running -= 1;
      lane.running -= 1;
      lane.answers = hostAnswered;
      if (asksHost) lane.endedAt.push(clock());
      lanes.place(lane);
      wake();
    });
    lanes.place(lane);
  };
  const onAbort = (): void => {
    lanes.placeAll();
    wake();
  };
  signal.addEventListener('abort', onAbort, { once: true });
  while (waiting + running > 0) {
    const isFull = running >= limits.maxParallel;
    const lane = isFull ? undefined : lanes.takeReady();
    const job = lane?.jobs[lane.started];
    if (lane && job) start(lane, job);
    else await untilWoken((resolve) => (wake = resolve), isFull ? Infinity : lanes.msUntilReady());
  }
  signal.removeEventListener('abort', onAbort);
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
