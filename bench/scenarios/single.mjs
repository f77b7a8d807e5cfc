import { action, cli } from '../contestants.mjs';
import { interleave } from '../measure.mjs';
import { peer, PEERS } from '../peers.mjs';
import { ratios, ratioTable } from '../table.mjs';

const BASE = 'bare node:tls';

/** One check on loopback, the whole process: LOGIN where the peer can, else PLAIN. */
export async function single(stage, builds, rounds, peers = Object.keys(PEERS)) {
  const contestants = {};
  for (const [label, dist] of builds) {
    contestants[`CLI${label}`] = () => cli(stage, dist);
    contestants[`Action, all reports${label}`] = () => action(stage, dist);
  }
  for (const name of peers) {
    const mechanism = PEERS[name].mechanisms.at(-1);
    const shown = mechanism === 'LOGIN' ? name : `${name}, ${mechanism}`;
    contestants[shown] = () => peer(stage, name, { mechanism });
  }
  const results = await interleave(contestants, rounds);
  const ratio = ratios(results, BASE);
  const [[label]] = builds;
  return {
    text: ratioTable('One LOGIN check on loopback, the whole process', results, BASE),
    figures: {
      cliSingle: ratio(`CLI${label}`),
      actionSingle: ratio(`Action, all reports${label}`),
    },
  };
}
