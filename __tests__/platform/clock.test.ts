import { getEventListeners, once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startLimit, within } from '../../src/platform/clock.ts';

const never = (): Promise<never> => new Promise(() => undefined);

test('work that ends in time gives its value', async () => {
  const { signal } = new AbortController();
  await expect(within(signal, Promise.resolve(7))).resolves.toBe(7);
  await expect(within(signal, 8)).resolves.toBe(8);
});

test('work that fails gives its own reason', async () => {
  const { signal } = new AbortController();
  await expect(within(signal, Promise.reject(new Error('mine')))).rejects.toThrow('mine');
});

test('work that never ends is left at the deadline, with the reason of the deadline', async () => {
  const end = new AbortController();
  const waiting = within(end.signal, never());
  end.abort(new Error('time is over'));
  await expect(waiting).rejects.toThrow('time is over');
});

test('work is not waited for when the time is over already, even if it is done', async () => {
  const signal = AbortSignal.abort(new Error('time was over'));
  await expect(within(signal, 7)).rejects.toThrow('time was over');
});

test('nothing is left at the signal of a long check', async () => {
  const { signal } = new AbortController();
  await within(signal, Promise.resolve());
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test('a limit ends after its time, also when memory is cleared meanwhile', async () => {
  const { signal: other } = new AbortController();
  const { signal } = startLimit(100, other);
  const ended = once(signal, 'abort');
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < 3; turn += 1) {
    collect();
    await setImmediate();
  }
  await ended;
  expect((signal.reason as Error).name).toBe('TimeoutError');
});

test('a limit ends with the other signal, and leaves nothing there when it is stopped', () => {
  const other = new AbortController();
  const limit = startLimit(60_000, other.signal);
  const stopped = startLimit(60_000, other.signal);
  stopped.stop();
  other.abort(new Error('cancelled'));
  expect(limit.signal.reason).toEqual(new Error('cancelled'));
  expect(stopped.signal.aborted).toBe(false);
  limit.stop();
  expect(getEventListeners(other.signal, 'abort')).toHaveLength(0);
  expect(startLimit(1, AbortSignal.abort('over')).signal.reason).toBe('over');
});
