// What each package weighs in each file of dist/. The bounds are in size-budget.json, and a test holds them.
// Usage: node scripts/sizes.mjs, after npm run build; bench/run.sh puts the same tables into docs/performance.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const BUNDLES = [
  ['lib/index.js', 'dist'],
  ['lib/cli.js', 'dist/cli'],
];
const kB = (bytes) => `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;

/** webpack's own account of a bundle: the same build once more, into a folder that is thrown away. */
function readStats(entry) {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-sizes-'));
  const file = join(folder, 'stats.json');
  const ncc = 'node_modules/@vercel/ncc/dist/ncc/cli.js';
  const parameters = ['build', entry, '-o', folder, '--quiet', '--stats-out', file];
  const { status, stderr } = spawnSync(process.execPath, [ncc, ...parameters]);
  if (status !== 0) throw new Error(`ncc failed on ${entry}, run "npm run build" first: ${stderr}`);
  const stats = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(folder, { recursive: true });
  return stats;
}

/** `./lib/node_modules/@actions/core/lib/core.js` is of @actions/core, `./lib/report/html.js` of src/report. */
function ownerOf(name) {
  const [, installed] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name) ?? [];
  if (installed) return installed;
  const [, folder] = /^\.\/lib(\/.+)?\/[^/]+$/.exec(name) ?? [];
  if (name.startsWith('./lib/')) return `src${folder ?? ''}`;
  return 'webpack';
}

/** Owner to bytes of source for one chunk. Concatenated modules are counted by their parts. */
function weigh(stats, chunk) {
  const weights = new Map();
  const modules = stats.modules.filter(({ chunks }) => chunks.includes(chunk));
  for (const module of modules.flatMap((module) => module.modules ?? [module])) {
    const owner = ownerOf(module.name);
    weights.set(owner, (weights.get(owner) ?? 0) + module.size);
  }
  return [...weights].sort(([, a], [, b]) => b - a);
}

function row(folder, stats, { name, chunks }) {
  const file = `${folder}/${name}`;
  if (!existsSync(file))
    throw new Error(`${file} is missing: dist/ is older than lib/, build again`);
  const weights = weigh(stats, chunks[0]).map(([owner, bytes]) => `${owner} ${kB(bytes)}`);
  return `| \`${file}\` | ${kB(statSync(file).size)} | ${weights.join(', ')} |`;
}

/** A Markdown table of every chunk, its size, and what is in it. To be called in the project's folder. */
export function sizeTable() {
  const rows = BUNDLES.flatMap(([entry, folder]) => {
    const stats = readStats(entry);
    return stats.assets
      .filter(({ chunks }) => chunks.length > 0)
      .sort((a, b) => b.size - a.size)
      .map((asset) => row(folder, stats, asset));
  });
  return ['| file | size | what is in it, as source |', '| --- | --- | --- |', ...rows, ''].join(
    '\n',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log(sizeTable());
