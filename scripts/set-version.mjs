// Gives the next release its number: in package.json, the lock file, the commands of the documentation, and above the
// unreleased section of CHANGELOG.md.
//
// usage: npm run set-version -- 1.2.3
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The page about releases has made-up versions. */
const MADE_UP = 'releasing.md';
/** The npm package, with a version. */
const SHOWN = /(smtp-auth-check[@-])\d+\.\d+\.\d+/g;

const [version = ''] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version)) {
  console.error(`"${version}" is not a version such as 1.2.3. Usage: npm run set-version -- 1.2.3`);
  process.exit(1);
}

const { version: before } = JSON.parse(readFileSync('package.json', 'utf8'));
if (version.localeCompare(before, 'en', { numeric: true }) < 0) {
  console.error(`${version} is lower than ${before}, the version of package.json.`);
  process.exit(1);
}
if (!/^## \[Unreleased\]$/m.test(readFileSync('CHANGELOG.md', 'utf8'))) {
  console.error('CHANGELOG.md has no section "## [Unreleased]" that could become the release.');
  process.exit(1);
}

function edit(file, change) {
  const old = readFileSync(file, 'utf8');
  const text = change(old);
  if (text !== old) writeFileSync(file, text);
}

execFileSync('npm', ['version', version, '--no-git-tag-version', '--allow-same-version'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
const docs = readdirSync('docs', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(md|yml)$|^(Jenkinsfile|crontab)$/.test(entry.name))
  .filter(({ name }) => name !== MADE_UP)
  .map(({ parentPath, name }) => join(parentPath, name));
for (const file of [...docs, 'README.md', 'README.ja.md'])
  edit(file, (text) => text.replaceAll(SHOWN, `$1${version}`));

const today = new Date().toISOString().slice(0, 10);
edit('CHANGELOG.md', (text) =>
  text.includes(`## [${version}] - `)
    ? text
    : text.replace('## [Unreleased]\n', `## [Unreleased]\n\n## [${version}] - ${today}\n`),
);
console.log(
  `The version is ${version} everywhere. Look at it with "git diff", CHANGELOG.md first.`,
);
