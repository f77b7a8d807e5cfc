import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { Job } from '../../src/fleet/lanes.ts';
import { runPaced } from '../../src/fleet/pacer.ts';

const signal = new AbortController().signal;

test('the place of a job that ended is free only after the gap, since the host may still count it', async () => {
  const startedAt: number[] = [];
  const endedAt: number[] = [];
  const job: Job = {
    host: 'one',
    asksHost: () => true,
    async run() {
      startedAt.push(performance.now());
      await sleep(150);
      endedAt.push(performance.now());
      return { hostAnswered: true };
    },
  };
  const limits = { maxParallel: 9, maxPerHost: () => 2, gapMs: () => 60 };
  await runPaced([job, job, job, job], limits, signal);
  expect((startedAt[2] ?? NaN) - (endedAt[0] ?? NaN)).toBeGreaterThanOrEqual(55);
  expect((startedAt[3] ?? NaN) - (endedAt[1] ?? NaN)).toBeGreaterThanOrEqual(55);
});

test('a gap lies between the starts of two jobs at one host', async () => {
  const startedAt: number[] = [];
  const job: Job = {
    host: 'one',
    asksHost: () => true,
    run() {
      startedAt.push(performance.now());
      return Promise.resolve({ hostAnswered: true });
    },
  };
  const limits = { maxParallel: 9, maxPerHost: () => 9, gapMs: () => 60 };
  await runPaced(new Array<Job>(5).fill(job), limits, signal);
  const gaps = startedAt.slice(1).map((at, index) => at - (startedAt[index] ?? NaN));
  expect(gaps).toHaveLength(4);
  expect(Math.min(...gaps)).toBeGreaterThan(55);
});

test('without a gap the place is free at once', async () => {
  const at: number[] = [];
  const job: Job = {
    host: 'one',
    asksHost: () => true,
    run() {
      at.push(performance.now());
      return Promise.resolve({ hostAnswered: true });
    },
  };
  const limits = { maxParallel: 1, maxPerHost: () => 1, gapMs: () => 0 };
  await runPaced(new Array<Job>(500).fill(job), limits, signal);
  expect(at).toHaveLength(500);
  expect((at.at(-1) ?? NaN) - (at[0] ?? NaN)).toBeLessThan(500);
});

/** Bug: 100,000 hosts took a quarter of an hour, and a signal did not end it. */
test('a host is looked at a few times for each of its jobs, however many other hosts there are', async () => {
  let looks = 0;
  const jobs = Array.from({ length: 5000 }, (_, number): Job => ({
    host: `host ${number}`,
    asksHost: () => (looks += 1) > 0,
    run: () => Promise.resolve({ hostAnswered: true }),
  }));
  const limits = { maxParallel: 50, maxPerHost: () => 4, gapMs: () => 0 };
  await runPaced(jobs, limits, signal);
  expect(looks).toBeLessThan(5 * jobs.length);
});

test('jobs that need no connection any more all run at once after an abort', async () => {
  const controller = new AbortController();
  const ran: number[] = [];
  const jobs = Array.from({ length: 200 }, (_, number): Job => ({
    host: `host ${number % 3}`,
    asksHost: () => !controller.signal.aborted,
    async run() {
      if (number === 0) controller.abort();
      ran.push(number);
      await Promise.resolve();
      return { hostAnswered: false };
    },
  }));
  const limits = { maxParallel: 2, maxPerHost: () => 1, gapMs: () => 60_000 };
  await runPaced(jobs, limits, controller.signal);
  expect(new Set(ran).size).toBe(200);
});

test('every job runs once, each host in its order, and never more at once than the limits allow', async () => {
  const plans = fc.array(
    fc.record({
      host: fc.constantFrom('a', 'b', 'c', 'd'),
      ms: fc.integer({ min: 0, max: 3 }),
      asks: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  const limit = fc.integer({ min: 1, max: 4 });
  await fc.assert(
    fc.asyncProperty(
      plans,
      limit,
      limit,
      fc.integer({ min: 0, max: 2 }),
      async (plan, maxParallel, perHost, gap) => {
        const began: number[] = [];
        const running = new Map<string, number>();
        let all = 0;
        const jobs = plan.map(({ host, ms, asks }, number): Job => ({
          host,
          asksHost: () => asks,
          async run() {
            began.push(number);
            const here = (running.get(host) ?? 0) + (asks ? 1 : 0);
            running.set(host, here);
            all += 1;
            expect(all).toBeLessThanOrEqual(maxParallel);
            if (plan.every((each) => each.asks)) expect(here).toBeLessThanOrEqual(perHost);
            await sleep(ms);
            all -= 1;
            running.set(host, (running.get(host) ?? 0) - (asks ? 1 : 0));
            return { hostAnswered: ms < 2 };
          },
        }));
        await runPaced(jobs, { maxParallel, maxPerHost: () => perHost, gapMs: () => gap }, signal);
        expect([...began].sort((a, b) => a - b)).toEqual(plan.map((_, number) => number));
        for (const name of ['a', 'b', 'c', 'd']) {
          const own = began.filter((number) => plan[number]?.host === name);
          expect(own).toEqual([...own].sort((a, b) => a - b));
        }
      },
    ),
    { numRuns: 60 },
  );
});
