import { setTimeout as sleep } from 'node:timers/promises';
import { type Job, runPaced } from '../../src/fleet/pacer.ts';

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
