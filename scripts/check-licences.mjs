// Fails when a package has a licence that this project does not accept, or when a bundle holds a package that its
// licenses.txt does not name. Usage: node scripts/check-licences.mjs, after npm run build.
import { readFileSync } from 'node:fs';
import parseExpression from 'spdx-expression-parse';
import { BUNDLES, modulesOf, packageOf, readStatistics } from './build/bundles.mjs';

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

/** Whether the terms of a parsed SPDX expression can be met with these licences alone. */
function isAccepted({ license, conjunction, left, right }, allowed) {
  if (conjunction === 'or') return isAccepted(left, allowed) || isAccepted(right, allowed);
  if (conjunction === 'and') return isAccepted(left, allowed) && isAccepted(right, allowed);
  return allowed.includes(license);
}

function licenceProblem([path, { license = READ_BY_HAND.get(path) ?? 'none', dev }]) {
  const problem = `${path}: the licence ${license} is not accepted`;
  try {
    return isAccepted(parseExpression(license), dev ? TOOLS : BUNDLED) ? [] : [problem];
  } catch {
    return [problem]; // "SEE LICENSE IN …" or another text that is not an SPDX expression
  }
}

/** Problems of one bundle. Minified code names no package, so the list comes from webpack. */
function bundleProblems(bundle) {
  const packages = modulesOf(readStatistics(bundle)).flatMap((module) => packageOf(module) ?? []);
  if (packages.length === 0)
    return [
      `${bundle.statistics} names no package, so the licences of ${bundle.folder} are unknown`,
    ];
  // ` - undici@6.23.0` introduces the text of a licence.
  const named = [...readFileSync(bundle.licences, 'utf8').matchAll(/^ - (\S+)@[^@\s]+$/gm)];
  const names = new Set(named.map(([, name]) => name));
  return [...new Set(packages)]
    .filter((name) => !names.has(name))
    .map((name) => `${name} is in ${bundle.folder} and missing in ${bundle.licences}`);
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const installed = Object.entries(packages).filter(([path]) => path !== '');
const problems = [...installed.flatMap(licenceProblem), ...BUNDLES.flatMap(bundleProblems)];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log('Every licence is accepted, and licenses.txt names each bundled package.');
