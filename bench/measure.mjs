import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const launcher = spawn('python3', [join(import.meta.dirname, 'launch.py')], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const answers = createInterface({ input: launcher.stdout })[Symbol.asyncIterator]();

/** Contestants get a clean environment, so that nothing of the developer's reaches them. */
const { PATH, HOME, LANG } = process.env;

/**
 * Runs a command to its end.
 *
 * @returns status, wallMs, cpuMs, peakMiB, stdout and stderr, see launch.py
 */
export async function launch(argv, env = {}) {
  launcher.stdin.write(
    `${JSON.stringify({ argv, env: { PATH, HOME, LANG: LANG ?? 'C', ...env } })}\n`,
  );
  const { value } = await answers.next();
  return JSON.parse(value);
}

export function endLauncher() {
  launcher.stdin.end();
}

/** As launch(), for a run that counts: it must end with this status, or 'any'. */
export async function run(argv, { env, expect = 0 } = {}) {
  const measurement = await launch(argv, env);
  const { status, stdout, stderr } = measurement;
  if (expect === 'any' || status === expect) return measurement;
  throw new Error(`${argv.join(' ')} ended with ${status} and not ${expect}:\n${stderr || stdout}`);
}

/**
 * Runs every contestant once a round, in turn. The order is reversed in every second round, so that nobody
 * always follows the same neighbour.
 *
 * @param contestants name to a function that returns one measurement
 * @param warmUp rounds before, which do not count
 * @returns name to the list of its measurements
 */
export async function interleave(contestants, rounds, warmUp = 1) {
  const names = Object.keys(contestants);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const measurement = await contestants[name]();
      if (round >= 0) results[name].push(measurement);
    }
  }
  return results;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of the quotients of runs of the same round: what slows both down cancels out. */
export function pairedRatio(values, base) {
  return median(values.map((value, round) => value / base[round]));
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
