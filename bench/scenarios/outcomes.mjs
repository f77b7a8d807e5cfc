import { actionList } from '../fleets.mjs';
import { interleave, median, pairedRatio, spread } from '../measure.mjs';
import { table } from '../table.mjs';

const ACCEPTED = 'all accepted';
const REFUSED = 'all refused';
const MIXED = '90 % accepted, 8 % refused, 2 % silent';
/** What becomes of the account with this number. */
const LISTS = {
  [ACCEPTED]: () => 'accepted',
  [REFUSED]: () => 'refused',
  [MIXED]: (number) => (number % 50 === 0 ? 'silent' : number % 25 < 2 ? 'refused' : 'accepted'),
};
/** Seconds that a silent server is waited for, once. */
const PATIENCE = { timeout: 5, retries: 0 };

/** What failing accounts cost the Action, with all its reports, against accounts that pass. */
export async function outcomes(stage, builds, { title, rounds, ...size }) {
  const reports = {
    'report-json': `${stage.folder}/report.json`,
    'report-junit': `${stage.folder}/report.xml`,
  };
  const contestants = {};
  for (const [label, dist] of builds) {
    for (const [name, outcome] of Object.entries(LISTS)) {
      const expect = name === ACCEPTED ? 0 : 1;
      contestants[`${name}${label}`] = () =>
        actionList(stage, dist, { ...size, outcome }, { ...PATIENCE, ...reports }, { expect });
    }
  }
  const results = await interleave(contestants, rounds, 0);
  const figureOf = (name, key) => results[name].map((run) => run[key]);
  const [[label]] = builds;
  const toAccepted = (name, key) =>
    pairedRatio(figureOf(name, key), figureOf(`${ACCEPTED}${label}`, key));
  const rows = Object.keys(results).map((name) => [
    name,
    `${spread(
      figureOf(name, 'wallMs').map((wallMs) => wallMs / 1000),
      1,
    )} s`,
    toAccepted(name, 'wallMs').toFixed(2),
    `${(median(figureOf(name, 'cpuMs')) / size.count).toFixed(2)} ms`,
    toAccepted(name, 'cpuMs').toFixed(2),
    `${median(figureOf(name, 'peakMiB')).toFixed(0)} MiB`,
  ]);
  const header = ['list', 'wall time', '÷ accepted', 'CPU/account', '÷ accepted', 'peak memory'];
  return {
    text: `${table(title, header, rows)}
A silent server is waited for ${PATIENCE.timeout} seconds, so the wall time of the mixed list is mostly waiting.
`,
    figures: { refusedToAccepted: toAccepted(`${REFUSED}${label}`, 'wallMs') },
  };
}
