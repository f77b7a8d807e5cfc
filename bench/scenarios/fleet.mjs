import { actionList, cliList, peerFleet, xargs } from '../fleets.mjs';
import { interleave, median, pairedRatio, spread } from '../measure.mjs';
import { table } from '../table.mjs';

const HEADER = [
  'contestant',
  'accounts/s',
  'CPU/account',
  'peak memory',
  "server's CPU/account",
  'resumed',
];

/**
 * Many accounts, each of them one connection and one LOGIN.
 *
 * @param loops also measures one process for each account, on `loopCount` accounts
 */
export async function fleet(stage, builds, { title, note, rounds, loops, ...size }) {
  const counted = (run) => async () => {
    const before = await stage.serverCounts();
    const measurement = await run();
    const after = await stage.serverCounts();
    const handshakes = after.handshakes - before.handshakes;
    const resumed = (after.resumed - before.resumed) / handshakes;
    return { ...measurement, serverMs: after.cpuMs - before.cpuMs, resumed };
  };
  const contestants = {};
  for (const [label, dist] of builds) {
    contestants[`CLI${label}`] = counted(() => cliList(stage, dist, size));
    contestants[`Action${label}`] = counted(() => actionList(stage, dist, size));
  }
  for (const name of ['bare node:tls', 'nodemailer', 'aiosmtplib']) {
    contestants[name] = counted(() => peerFleet(stage, name, size));
  }
  // Thousands of logins warm up by themselves.
  const results = await interleave(contestants, rounds, 0);
  const rows = Object.entries(results).map(([name, runs]) => row(name, runs, size.count));
  for (const [name, loop] of Object.entries(loops ?? {})) {
    const run = await counted(() => xargs(stage, name, loop))();
    rows.push(row(`xargs -P ${name}, ${loop.count} accounts`, [run], loop.count));
  }
  const text = `${table(title, HEADER, rows)}${note === undefined ? '' : `\n${note}\n`}`;
  return { text, figures: compare(results, builds, size.count) };
}

const rate = ({ wallMs }, count) => (count / wallMs) * 1000;

function row(name, runs, count) {
  const each = (key) => `${(median(runs.map((run) => run[key])) / count).toFixed(2)} ms`;
  const memory = median(runs.map(({ peakMiB }) => peakMiB));
  const rates = runs.map((run) => rate(run, count));
  const resumed = `${(100 * median(runs.map((run) => run.resumed))).toFixed(0)} %`;
  const cells = [
    spread(rates),
    each('cpuMs'),
    `${memory.toFixed(0)} MiB`,
    each('serverMs'),
    resumed,
  ];
  return [name, ...cells];
}

/** The slower of our two doors against the others, in the same rounds. */
function compare(results, [[label]], count) {
  const doors = [`CLI${label}`, `Action${label}`];
  const walls = (name) => results[name].map(({ wallMs }) => wallMs);
  const timesAsFastAs = (name) =>
    Math.min(...doors.map((door) => pairedRatio(walls(name), walls(door))));
  const worst = (key) =>
    Math.max(...doors.map((door) => median(results[door].map((run) => run[key]))));
  return {
    rate: rate({ wallMs: worst('wallMs') }, count),
    toFloor: timesAsFastAs('bare node:tls'),
    toNodemailer: timesAsFastAs('nodemailer'),
    toAiosmtplib: timesAsFastAs('aiosmtplib'),
    cpuMs: worst('cpuMs') / count,
    peakMiB: worst('peakMiB'),
  };
}
