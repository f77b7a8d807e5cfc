// Packs the command line program for npm. Everything it needs is in its bundle, so the package that others
// install has no dependencies, no scripts and only these files. Prints the path of the tarball.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = join('lib', 'npm');
const FILES = ['dist/cli', 'LICENSE', 'README.md', 'CHANGELOG.md'];
const FIELDS = ['name', 'version', 'description', 'license', 'type', 'bin', 'engines', 'keywords'];
const MAN = 'man/smtp-auth-check.1';

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const file of FILES) {
  mkdirSync(dirname(join(FOLDER, file)), { recursive: true });
  cpSync(file, join(FOLDER, file), { recursive: true });
}
execFileSync(process.execPath, ['scripts/man.mjs', join(FOLDER, MAN)], { stdio: 'inherit' });
// Chunks that the Action has too are only named in dist/cli.
for (const name of readdirSync('dist/cli')) {
  const text = readFileSync(`dist/cli/${name}`, 'utf8');
  if (text === `export * from '../${name}';\n`)
    cpSync(`dist/${name}`, join(FOLDER, 'dist/cli', name));
}
const source = JSON.parse(readFileSync('package.json', 'utf8'));
const manifest = {
  ...Object.fromEntries(FIELDS.map((field) => [field, source[field]])),
  man: MAN,
  // npm takes the address of the source from here; provenance is refused when the two differ.
  ...(process.env.GITHUB_REPOSITORY && {
    repository: {
      type: 'git',
      url: `git+https://github.com/${process.env.GITHUB_REPOSITORY}.git`,
    },
  }),
};
writeFileSync(join(FOLDER, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
const report = execFileSync('npm', ['pack', '--json', '--pack-destination', '..'], {
  cwd: FOLDER,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const [{ filename }] = Object.values(JSON.parse(report));
console.log(join('lib', filename));
