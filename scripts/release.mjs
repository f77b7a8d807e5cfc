// Checks that a version can be released and builds everything that a release holds, in lib/release/. It
// publishes nothing: .github/workflows/release.yml does, and a person runs this first as a dry run.
//
// usage: npm run release-dry-run -- 1.2.3
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const FOLDER = join('lib', 'release');
const CHECKS = ['lint', 'types', 'check-dist', 'check-licences', 'test'];

function stop(message) {
  console.error(`Not released: ${message}.`);
  process.exit(1);
}

function npm(...parameters) {
  const shell = process.platform === 'win32';
  return execFileSync('npm', parameters, { encoding: 'utf8', shell, maxBuffer: 1e8 });
}

/** The section of CHANGELOG.md; its heading must bear the date of the release. */
function notesOf(version) {
  const [, ...sections] = readFileSync('CHANGELOG.md', 'utf8').split(/^## (?=\[)/m);
  const section = sections.find((text) => text.startsWith(`[${version}]`));
  if (!section) stop(`CHANGELOG.md has no section [${version}]`);
  const [heading, ...lines] = section.split('\n');
  const date = heading.slice(`[${version}] - `.length);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) stop(`CHANGELOG.md dates [${version}] "${date}"`);
  const notes = lines.join('\n').trim();
  if (notes === '') stop(`the section [${version}] of CHANGELOG.md is empty`);
  return `${notes}\n`;
}

const [version = ''] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version)) stop(`"${version}" is not a version such as 1.2.3`);
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
if (manifest.version !== version) stop(`package.json says version ${manifest.version}`);
const notes = notesOf(version);
const git = (...parameters) => execFileSync('git', parameters, { encoding: 'utf8' });
if (git('tag', '--list', `v${version}`) !== '') stop(`the tag v${version} exists already`);
const changes = git('status', '--porcelain');
if (changes !== '') stop(`there are uncommitted changes:\n${changes}`);

for (const check of CHECKS) {
  const { status } = spawnSync('npm', ['run', check], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) stop(`"npm run ${check}" fails`);
}

mkdirSync(FOLDER, { recursive: true });
const pack = execFileSync(process.execPath, ['scripts/pack.mjs'], { encoding: 'utf8' }).trim();
const tarball = join(FOLDER, basename(pack));
renameSync(pack, tarball);
// As release.yml publishes it.
npm('publish', `./${tarball.replaceAll('\\', '/')}`, '--access', 'public', '--dry-run');
writeFileSync(join(FOLDER, `smtp-auth-check-${version}.cdx.json`), npm('run', '--silent', 'sbom'));
writeFileSync(join(FOLDER, 'notes.md'), notes);
console.log(`${FOLDER} holds what a release of ${version} would. Nothing was published.`);
