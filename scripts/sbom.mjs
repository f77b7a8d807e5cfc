// Prints the SBOM (CycloneDX) of the packages that the bundles are made of. `npm sbom --omit dev` alone leaves out
// each package that a tool needs as well, such as jose; so npm is shown a lock file that knows no tools.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const withoutTools = (manifest) => ({ ...manifest, devDependencies: undefined });

const lock = read('package-lock.json');
const packages = Object.entries(lock.packages)
  .filter(([, { dev, devOptional }]) => !dev && !devOptional)
  .map(([path, entry]) => [path, withoutTools(entry)]);

// npm takes the name of what it describes from the folder.
const parent = mkdtempSync(join(tmpdir(), 'sbom-'));
const folder = join(parent, 'smtp-auth-check');
mkdirSync(folder);
const write = (name, value) => writeFileSync(join(folder, name), JSON.stringify(value));
write('package.json', withoutTools(read('package.json')));
write('package-lock.json', { ...lock, packages: Object.fromEntries(packages) });
try {
  const parameters = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const text = execFileSync('npm', parameters, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  process.stdout.write(text);
} finally {
  rmSync(parent, { recursive: true, force: true });
}
