import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** Runs a command to its end; wall time in milliseconds, CPU in milliseconds and peak memory in MiB of the child. */
export async function run({ command, parameters = [], env = {}, input = 'ignore', expect = 0 }) {
  // GNU time reports what the kernel counted for the child and its children.
  const began = performance.now();
  const child = spawn('/usr/bin/time', ['-q', '-f', '%U %S %M', command, ...parameters], {
    env: { ...process.env, ...env },
    stdio: [input, 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const status = await new Promise((resolve) => child.on('close', resolve));
  const wallMs = performance.now() - began;
  if (status !== expect) throw new Error(`${command} ended with ${status}: ${stderr || stdout}`);
  const [user, system, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wallMs, cpuMs: (user + system) * 1000, peakMiB: kilobytes / 1024, stdout };
}

/**
 * Runs every contestant once a round, in turn, after one round that does not count.
 *
 * @param contestants name to a function that returns one measurement
 * @returns name to the list of its measurements
 */
export async function interleave(contestants, rounds) {
  const names = Object.keys(contestants);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const measurement = await contestants[name]();
      if (round > 0) results[name].push(measurement);
    }
  }
  return results;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** `84 (80 to 97)`: median, minimum and maximum. */
export function spread(values, digits = 0) {
  const show = (value) => value.toFixed(digits);
  return `${show(median(values))} (${show(Math.min(...values))} to ${show(Math.max(...values))})`;
}

/** Slope and intercept of the least-squares line through [x, y] points. */
export function fitLine(points) {
  const n = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const slope =
    points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) /
    points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return { slope, intercept: meanY - slope * meanX };
}
