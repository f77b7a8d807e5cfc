import { action, cli, curl, nothing, peer, swaks } from '../contestants.mjs';
import { fitLine, interleave, median } from '../measure.mjs';
import { table } from '../table.mjs';

/** Round-trip times over which the line is fitted, in milliseconds. */
const ROUND_TRIPS_MS = [10, 50, 100, 200];

const CONTESTANTS = {
  'ours, PLAIN': (stage) => cli(stage, ['--mechanism', 'PLAIN']),
  'ours, LOGIN': (stage) => cli(stage, ['--mechanism', 'LOGIN']),
  'Action, LOGIN': (stage) => action(stage, { mechanism: 'LOGIN' }),
  'nodemailer, PLAIN': (stage) => peer(stage, 'nodemailer-verify.mjs', 'PLAIN'),
  'nodemailer, LOGIN': (stage) => peer(stage, 'nodemailer-verify.mjs', 'LOGIN'),
  'swaks, LOGIN': (stage) => swaks(stage, 'LOGIN'),
  'curl, LOGIN': (stage) => curl(stage, 'LOGIN'),
};

/** Wall time of whole processes at growing distance: the slope is the number of round trips. */
export async function distance(openStage, rounds) {
  const points = Object.fromEntries(Object.keys(CONTESTANTS).map((name) => [name, []]));
  const beyondTrips = {};
  for (const roundTripMs of ROUND_TRIPS_MS) {
    const stage = await openStage(roundTripMs);
    const bound = Object.entries(CONTESTANTS).map(([name, run]) => [name, () => run(stage)]);
    const results = await interleave(
      { idle: () => nothing(stage), ...Object.fromEntries(bound) },
      rounds,
    );
    const idleMs = median(results.idle.map(({ wallMs }) => wallMs));
    for (const name of Object.keys(points)) {
      const wallMs = median(results[name].map((result) => result.wallMs));
      points[name].push([roundTripMs, wallMs]);
      if (roundTripMs === 50) beyondTrips[name] = wallMs - idleMs;
    }
    await stage.stop();
  }
  const rows = Object.entries(points).map(([name, measured]) => {
    const { slope } = fitLine(measured);
    const trips = Math.round(slope);
    return [name, slope.toFixed(2), `${Math.round(beyondTrips[name] - trips * 50)} ms`];
  });
  const header = [
    'contestant',
    'round trips (fitted slope)',
    'at 50 ms: wall − `node -e 0` − round trips',
  ];
  return table(`Round trips, fitted over ${ROUND_TRIPS_MS.join(', ')} ms`, header, rows);
}
