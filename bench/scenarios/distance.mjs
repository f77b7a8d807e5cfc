import { action, cli, nothing } from '../contestants.mjs';
import { fitLine, interleave, median } from '../measure.mjs';
import { peer, PEERS } from '../peers.mjs';
import { table } from '../table.mjs';

/** Round trips over which the line is fitted, in milliseconds, and the one at which the rest is looked at. */
const DISTANCES_MS = [10, 25, 50, 100];
const LOOKED_AT_MS = 50;
/** From SYN to verdict for LOGIN over STARTTLS with TLS 1.3: what the protocol asks for. */
const LOGIN_TRIPS = 9;

function listContestants([[, dist]], quick) {
  const ours = {};
  for (const mechanism of ['PLAIN', 'CRAM-MD5', 'LOGIN']) {
    const flags = ['--mechanism', mechanism];
    ours[`CLI, ${mechanism}`] = (stage) => cli(stage, dist, flags);
    ours[`CLI, ${mechanism}, implicit TLS`] = (stage) =>
      cli({ ...stage, port: stage.implicitPort }, dist, [...flags, '--implicit-tls', 'true']);
  }
  ours['Action, LOGIN'] = (stage) => action(stage, dist);
  if (quick) return ours;
  for (const [name, { mechanisms }] of Object.entries(PEERS)) {
    for (const mechanism of mechanisms) {
      ours[`${name}, ${mechanism}`] = (stage) => peer(stage, name, { mechanism });
    }
  }
  return ours;
}

/** Wall time of whole processes at growing distance: the slope is the number of round trips. */
export async function distance(openStage, builds, { rounds, quick }) {
  const contestants = listContestants(builds, quick);
  const names = Object.keys(contestants);
  const points = Object.fromEntries(names.map((name) => [name, []]));
  const beyond = {};
  for (const distanceMs of DISTANCES_MS) {
    const stage = await openStage(distanceMs);
    try {
      const bound = names.map((name) => [name, () => contestants[name](stage)]);
      const idle = () => nothing(stage);
      const results = await interleave({ idle, ...Object.fromEntries(bound) }, rounds);
      const wall = (name) => median(results[name].map(({ wallMs }) => wallMs));
      for (const name of names) {
        points[name].push([stage.roundTripMs, wall(name)]);
        if (distanceMs !== LOOKED_AT_MS) continue;
        beyond[name] = (trips) => wall(name) - wall('idle') - trips * stage.roundTripMs;
      }
    } finally {
      await stage.stop();
    }
  }
  const trips = (name) => fitLine(points[name]).slope;
  const rows = names.map((name) => [
    name,
    trips(name).toFixed(2),
    `${beyond[name](Math.round(trips(name))).toFixed(0)} ms`,
  ]);
  const header = ['contestant', 'round trips (slope)', `beyond them, ${LOOKED_AT_MS} ms away`];
  const title = 'Round trips from SYN to the end of the process';
  const text = `${table(title, header, rows)}
Fitted over ${DISTANCES_MS.join(', ')} ms. The last column is wall time less \`node -e 0\` and the round trips.
`;
  return {
    text,
    figures: {
      tripsPlain: trips('CLI, PLAIN'),
      tripsCram: trips('CLI, CRAM-MD5'),
      tripsLogin: trips('CLI, LOGIN'),
      tripsImplicit: trips('CLI, PLAIN, implicit TLS'),
      beyondTrips: beyond['CLI, LOGIN'](LOGIN_TRIPS),
    },
  };
}
