import { jest } from '@jest/globals';
import { Watchdog } from '../../src/platform/watchdog.ts';
import { runProgram } from '../support/program.ts';

describe('time', () => {
  let watchdog: Watchdog;
  let isStalled: boolean;

  beforeEach(() => {
    jest.useFakeTimers();
    isStalled = false;
    watchdog = new Watchdog(1000);
    void watchdog.stalled.then(() => (isStalled = true));
  });

  afterEach(() => {
    watchdog.stop();
    jest.useRealTimers();
  });

  test('a run that has nothing to tell for longer than it may is told of, after a grace', async () => {
    await jest.advanceTimersByTimeAsync(2999);
    expect(isStalled).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(isStalled).toBe(true);
  });

  test('each sign of life begins the time again, in the grace as well', async () => {
    for (let n = 0; n < 5; n += 1) {
      await jest.advanceTimersByTimeAsync(2500);
      watchdog.feed();
    }
    expect(isStalled).toBe(false);
    await jest.advanceTimersByTimeAsync(3000);
    expect(isStalled).toBe(true);
  });

  test('a run that is over is not told of', async () => {
    watchdog.stop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(isStalled).toBe(false);
  });
});

test('where nothing is left that could happen, nobody waits for the time', async () => {
  const body = `
    import { Watchdog } from './watchdog.js';
    const watchdog = new Watchdog(3_600_000);
    await watchdog.stalled;
    console.log('stalled');`;
  const { exitCode, stdout, elapsedMs } = await runProgram(body);
  expect([exitCode, stdout]).toEqual([0, 'stalled\n']);
  expect(elapsedMs).toBeLessThan(5000);
});

/** A machine that does nothing else for five seconds is slow, and nobody's promise is lost. */
test('a blocked event loop is not a stall', async () => {
  const body = `
    import { Watchdog } from './watchdog.js';
    const watchdog = new Watchdog(100);
    watchdog.stalled.then(() => console.log('stalled'));
    setTimeout(() => { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4000); }, 50);
    setTimeout(() => setTimeout(() => { watchdog.stop(); console.log('done'); }, 100), 60);`;
  expect((await runProgram(body)).stdout).toBe('done\n');
});
