// The bundles of dist/, and what webpack says about them. `npm run build` writes the statistics.
import { existsSync, readFileSync } from 'node:fs';

export const BUNDLES = [
  bundle('action', 'lib/index.js', 'dist'),
  // An npm package of its own, with its own licences.
  bundle('cli', 'lib/cli.js', 'dist/cli'),
  bundle('join', 'lib/action/join.js', 'dist/join', 'dist/licenses.txt'),
];

function bundle(name, entry, folder, licences = `${folder}/licenses.txt`) {
  return { entry, folder, licences, statistics: `lib/statistics/${name}.json` };
}

/** webpack's statistics of one bundle: https://webpack.js.org/api/stats/ */
export function readStatistics({ statistics }) {
  if (!existsSync(statistics)) throw new Error(`${statistics} is missing: run "npm run build"`);
  return JSON.parse(readFileSync(statistics, 'utf8'));
}

/** The modules of a bundle, or of one of its chunks. webpack lists modules that it joined below one of them. */
export function modulesOf({ modules }, chunk) {
  return modules
    .filter(({ chunks }) => chunk === undefined || chunks.includes(chunk))
    .flatMap((module) => module.modules ?? [module]);
}

/** `./lib/node_modules/@actions/core/lib/core.js` is of the package @actions/core; undefined for other files. */
export function packageOf({ name }) {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1];
}
