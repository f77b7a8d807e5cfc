import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './blocks.ts';

const VERSION = '98.7.6';
const COPIED = [
  'package.json',
  'package-lock.json',
  'CHANGELOG.md',
  'README.md',
  'README.ja.md',
  'docs',
];

describe('npm run set-version', () => {
  let folder: string;
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const setVersion = (version: string): { status: number | null; stderr: string } =>
    spawnSync(process.execPath, [join(ROOT, 'scripts/set-version.mjs'), version], {
      cwd: folder,
      encoding: 'utf8',
    });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-version-'));
    for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('changes every place that names the version', () => {
    expect(setVersion(VERSION).status).toBe(0);
    for (const file of ['package.json', 'package-lock.json'])
      expect((JSON.parse(read(file)) as { version: string }).version).toBe(VERSION);
    for (const file of ['docs/ci-systems.md', 'docs/examples/ci/Jenkinsfile', 'docs/recipes.md']) {
      const versions = read(file).match(/smtp-auth-check[@-]\d+\.\d+\.\d+/g) ?? [];
      expect(versions.length).toBeGreaterThan(0);
      for (const found of versions) expect(found).toContain(VERSION);
    }
  });

  it('dates the changelog and leaves an empty section for what comes', () => {
    setVersion(VERSION);
    setVersion(VERSION); // once more changes nothing more
    // In the tree of a release nothing is unreleased, so the last release may follow at once.
    expect(read('CHANGELOG.md')).toMatch(
      /\n## \[Unreleased\]\n\n## \[98\.7\.6\] - \d{4}-\d\d-\d\d\n\n(### |## \[)/,
    );
    expect(read('CHANGELOG.md').match(/98\.7\.6/g)).toHaveLength(1);
  });

  it.each(['v1.2.3', '1.2', ''])('refuses %j and says what a version is', (version) => {
    const before = read('package.json');
    const { status, stderr } = setVersion(version);
    expect(status).toBe(1);
    expect(stderr).toContain(`"${version}" is not a version such as 1.2.3`);
    expect(read('package.json')).toBe(before);
  });
});

it.each([
  ['v1.2.3', '"v1.2.3" is not a version such as 1.2.3'],
  ['98.7.6', 'package.json says version'],
])('npm run release-dry-run -- %s stops at once and says why', (version, reason) => {
  const run = spawnSync(process.execPath, ['scripts/release.mjs', version], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(run.status).toBe(1);
  expect(run.stderr).toContain(`Not released: ${reason}`);
});
