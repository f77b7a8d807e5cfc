import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeNeeding } from '../support/platform.ts';
import { ROOT } from '../docs/blocks.ts';

/** Processes of the demo's group that still live; a dead one (Z) may wait for whoever adopts it. */
function countLiving(group: number): number {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pgid=,stat='], { encoding: 'utf8' });
  const lines = stdout.split('\n').map((line) => line.trim().split(/\s+/));
  return lines.filter(([id, state = '']) => Number(id) === group && !state.startsWith('Z')).length;
}

/** Bug: a demo that was interrupted left a process at 100 % of a processor. */
describeNeeding('signals that can be caught')('a demo that is ended in the middle', () => {
  it.each([
    ['by SIGINT', 'SIGINT', 130],
    ['by SIGTERM', 'SIGTERM', 143],
    ['because its reader has gone', undefined, 141],
  ] as const)('%s leaves no process', async (_, signal, status) => {
    const demo = spawn(process.execPath, ['scripts/demo.mjs'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true, // a group of its own, so that everything it starts can be counted
    });
    const { pid = 0, stdout } = demo;
    // The first text comes after the first of three steps; the last one takes three seconds.
    await once(stdout, 'data');
    if (signal) demo.kill(signal);
    else stdout.destroy();
    const [code] = (await once(demo, 'close')) as [number | null];
    expect(code).toBe(status);
    await sleep(200); // SIGKILL takes a moment
    expect(countLiving(pid)).toBe(0);
  });
});
