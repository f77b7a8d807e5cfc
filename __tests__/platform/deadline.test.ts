import { getEventListeners } from 'node:events';
import { within } from '../../src/platform/deadline.ts';

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
