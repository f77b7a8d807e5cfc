import { action, cli, cliWith, nothing } from '../contestants.mjs';
import { interleave } from '../measure.mjs';
import { ratioTable } from '../table.mjs';

const BASE = '`node -e 0`';
/** A name that is no host name: everything up to the network runs, with all reports. */
const WRONG = 'not a host';

/** What a process costs before it does anything. */
export async function startup(stage, builds, rounds) {
  const contestants = { [BASE]: () => nothing(stage) };
  for (const [label, dist] of builds) {
    contestants[`CLI, --version${label}`] = () => cliWith(stage, dist, ['--version']);
    contestants[`CLI, wrong input${label}`] = () =>
      cli({ ...stage, host: WRONG }, dist, ['--format', 'json'], { expect: 64 });
    contestants[`Action, wrong input${label}`] = () =>
      action(stage, dist, { host: WRONG }, { expect: 1 });
  }
  const results = await interleave(contestants, rounds);
  return { text: ratioTable('Start-up without network', results, BASE), figures: {} };
}
