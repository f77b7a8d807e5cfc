import { median } from '../measure.mjs';
import { table } from '../table.mjs';
import { ours } from './fleet.mjs';

const SIZES = [1, 10, 100, 1000, 5000];
const HOSTS = [1, 10, 100];
const PARALLEL = [1, 10, 50, 100, 500];

/** How the cost grows with accounts, hosts and parallel checks; one dimension at a time. */
export async function growth(stage, rounds) {
  const names = Array.from({ length: 100 }, (_, index) => `127.0.1.${index + 1}`);
  const rows = [];
  const measure = async (count, hosts, parallel) => {
    const runs = [];
    for (let round = 0; round < rounds; round += 1) {
      runs.push(await ours(stage, count, parallel, names.slice(0, hosts)));
    }
    const wall = median(runs.map(({ wallMs }) => wallMs));
    const cpu = median(runs.map(({ cpuMs }) => cpuMs));
    const memory = median(runs.map(({ peakMiB }) => peakMiB));
    rows.push(
      [
        count,
        hosts,
        parallel,
        `${Math.round(wall)} ms`,
        `${(cpu / count).toFixed(2)} ms`,
        `${Math.round(memory)} MiB`,
      ].map(String),
    );
  };
  for (const count of SIZES) await measure(count, 10, 50);
  for (const hosts of HOSTS) await measure(1000, hosts, 50);
  for (const parallel of PARALLEL) await measure(1000, 10, parallel);
  const header = ['accounts', 'hosts', 'parallel', 'wall', 'CPU/account', 'peak memory'];
  return table('Cost as work grows', header, rows);
}
