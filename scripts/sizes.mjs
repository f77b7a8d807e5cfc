// What each package weighs in each file of dist/. The bounds are in size-budget.json, and a test holds them.
// Usage: node scripts/sizes.mjs, after npm run build.
import { existsSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { BUNDLES, modulesOf, packageOf, readStatistics } from './build/bundles.mjs';

const kB = (bytes) => `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;

/** The package of a module, or the room for one of ours: `./lib/report/html.js` is of src/report. */
function ownerOf(module) {
  const [, folder = ''] = /^\.\/lib(\/.+)?\/[^/]+$/.exec(module.name) ?? [];
  const ours = module.name.startsWith('./lib/') ? `src${folder}` : 'webpack';
  return packageOf(module) ?? ours;
}

/** Owner to bytes of source for one chunk, the heaviest first. */
function weigh(statistics, chunk) {
  const weights = new Map();
  for (const module of modulesOf(statistics, chunk)) {
    const owner = ownerOf(module);
    weights.set(owner, (weights.get(owner) ?? 0) + module.size);
  }
  return [...weights].sort(([, a], [, b]) => b - a);
}

function row(folder, statistics, { name, chunks }) {
  const file = `${folder}/${name}`;
  if (!existsSync(file))
    throw new Error(`${file} is missing: dist/ is older than lib/, build again`);
  const weights = weigh(statistics, chunks[0]).map(([owner, bytes]) => `${owner} ${kB(bytes)}`);
  return `| \`${file}\` | ${kB(statSync(file).size)} | ${weights.join(', ')} |`;
}

/** A Markdown table of every chunk, its size, and what is in it. To be called in the project's folder. */
export function sizeTable() {
  const rows = BUNDLES.flatMap((bundle) => {
    const statistics = readStatistics(bundle);
    return statistics.assets
      .filter(({ chunks }) => chunks.length > 0)
      .sort((a, b) => b.size - a.size)
      .map((asset) => row(bundle.folder, statistics, asset));
  });
  return ['| file | size | what is in it, as source |', '| --- | --- | --- |', ...rows, ''].join(
    '\n',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log(sizeTable());
