// Fails when a package has a licence that this project does not take, or when dist/ holds a package that
// dist/licenses.txt does not name (ncc cuts that file short as soon as there is a dynamic import).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Permissive licences, for what is bundled or comes along with it (PSF-2.0: argparse, of js-yaml's own command). */
const BUNDLED = [
  'PSF-2.0',
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
];
/** For tools that never leave a developer's machine, a few more. */
const TOOLS = [
  ...BUNDLED,
  'BlueOak-1.0.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'Python-2.0',
  'Unlicense',
];

/** Tools whose package.json names no licence, but whose licence file does; checked by hand. */
const READ_BY_HAND = new Map([['node_modules/khroma', 'MIT']]);

/** "A AND B" needs both, "(A OR B)" one of them; npm packages use nothing more complicated. */
function isTaken(expression, allowed) {
  const words = expression.replace(/[()]/g, '').split(' ');
  const names = words.filter((word) => word !== 'AND' && word !== 'OR');
  const accepts = (name) => allowed.includes(name);
  return words.includes('OR') ? names.some(accepts) : names.every(accepts);
}

function badLicences() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .filter(
      ([path, { license = READ_BY_HAND.get(path) ?? 'none', dev }]) =>
        !isTaken(license, dev ? TOOLS : BUNDLED),
    )
    .map(([path, { license }]) => `${path}: the licence ${license ?? '(none)'} is not taken`);
}

/** ncc names each module above its code: `./node_modules/@actions/core/lib/core.js`. */
const MODULE = /^.*\.\/(?:\S*\/)?node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//gm;

function unnamedPackages() {
  const files = readdirSync('dist', { recursive: true }).filter((name) => name.endsWith('.js'));
  const bundled = files.flatMap((file) =>
    [...readFileSync(join('dist', file), 'utf8').matchAll(MODULE)].map(([, name]) => name),
  );
  // ` - undici@6.23.0` introduces a licence's text; `undici` alone does so where ncc writes the file.
  const text = readFileSync('dist/licenses.txt', 'utf8');
  const named = new Set(
    [...text.matchAll(/^(?: - )?((?:@[\w.-]+\/)?[\w.-]+)(?:@\S+)?\r?$/gm)].map(([, name]) => name),
  );
  return [...new Set(bundled)]
    .filter((name) => !named.has(name))
    .map((name) => `${name} is in dist/ and missing in dist/licenses.txt`);
}

const problems = [...badLicences(), ...unnamedPackages()];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log('All licences are taken, and dist/licenses.txt names each bundled package.');
