import { actionList } from '../fleets.mjs';
import { median } from '../measure.mjs';
import { HOSTS } from '../stage.mjs';
import { table } from '../table.mjs';

/** One dimension grows at a time; src/run-options.ts allows 500 at once. */
const POINTS = [
  ...[1, 10, 100, 1000, 5000].map((count) => ({ count, hosts: 10, parallel: 50 })),
  ...[1, 100].map((hosts) => ({ count: 1000, hosts, parallel: 50 })),
  ...[1, 5, 10, 100, 200, 500].map((parallel) => ({ count: 1000, hosts: 10, parallel })),
];

/** How the cost of the Action grows with accounts, hosts and checks at once. */
export async function growth(stage, [[, dist]], rounds) {
  const rows = [];
  for (const { count, hosts, parallel } of POINTS) {
    const runs = [];
    for (let round = 0; round < rounds; round += 1) {
      runs.push(await actionList(stage, dist, { count, parallel, hosts: HOSTS.slice(0, hosts) }));
    }
    const wall = median(runs.map(({ wallMs }) => wallMs));
    const cpu = median(runs.map(({ cpuMs }) => cpuMs));
    const memory = median(runs.map(({ peakMiB }) => peakMiB));
    const measured = [
      `${wall.toFixed(0)} ms`,
      `${((count / wall) * 1000).toFixed(0)}`,
      `${(cpu / count).toFixed(2)} ms`,
      (cpu / wall).toFixed(2),
      `${memory.toFixed(0)} MiB`,
    ];
    rows.push([count, hosts, parallel, ...measured].map(String));
  }
  const header = ['accounts', 'hosts', 'at once', 'wall', 'accounts/s', 'CPU/account'];
  return {
    text: `${table('Cost as work grows (Action)', [...header, 'cores busy', 'peak memory'], rows)}
JavaScript runs on one thread. Where about one core is busy, that thread is fully used, and more checks at once add memory but not
speed. With few accounts, the start of the process is a large part of the cost.
`,
    figures: {},
  };
}
