import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  it('does not go back', () => {
    setVersion(VERSION);
    expect(setVersion('98.7.5')).toMatchObject({
      status: 1,
      stderr: '98.7.5 is lower than 98.7.6, the version of package.json.\n',
    });
    expect(setVersion('98.7.10').status).toBe(0);
  });

  it('does not say that all is done where nothing is unreleased', () => {
    writeFileSync(join(folder, 'CHANGELOG.md'), '# Changelog\n');
    const { status, stderr } = setVersion(VERSION);
    expect(status).toBe(1);
    expect(stderr).toContain('no section "## [Unreleased]"');
    expect(read('package.json')).not.toContain(VERSION);
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

describe('npm run set-owner', () => {
  const setOwner = (cwd: string, ...names: string[]): { status: number | null; stderr: string } =>
    spawnSync(process.execPath, [join(ROOT, 'scripts/set-owner.mjs'), ...names], {
      cwd,
      encoding: 'utf8',
    });

  it('puts owner and team into every file, and leaves other names alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-owner-'));
    const files = ['README.md', 'docs', '.github'];
    for (const name of files) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'other.md'), 'https://example.org/smtp-auth-check');
    for (const step of [['init'], ['add', '.']]) spawnSync('git', step, { cwd: folder });
    const { status } = setOwner(folder, 'my-organization', 'my-organization/my-team');
    const names = spawnSync(
      'git',
      ['grep', '-ohE', '[^/ (]+/smtp-auth-check[@/]|@[^ ]+/[^ ]*team'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    ).stdout.split('\n');
    const other = readFileSync(join(folder, 'other.md'), 'utf8');
    rmSync(folder, { recursive: true, force: true });
    expect(status).toBe(0);
    expect(other).toBe('https://example.org/smtp-auth-check');
    expect(names).toEqual(expect.arrayContaining(['my-organization/smtp-auth-check@']));
    expect(names).toEqual(expect.arrayContaining(['@my-organization/my-team']));
    expect(names.filter((name) => /^@?org\//.test(name))).toEqual([]);
  });

  it.each([[['only-owner']], [['a b', 'a/team']], [['owner', 'team-without-owner']]])(
    'refuses %j',
    (names) => {
      const { status, stderr } = setOwner(ROOT, ...names);
      expect(status).toBe(1);
      expect(stderr).toMatch(/^Usage:/);
    },
  );
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

it('npm takes a path without ./ for a repository of somebody at GitHub', () => {
  const workflow = readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8');
  expect(workflow.match(/npm publish \S+/g)).toEqual([
    'npm publish ./release/smtp-auth-check-*.tgz',
  ]);
});

it('a version whose tag is there is not released again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-release-'));
  const git = (...parameters: string[]): unknown =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.test', ...parameters], {
      cwd: folder,
    });
  writeFileSync(join(folder, 'package.json'), '{"version":"1.2.3"}');
  writeFileSync(join(folder, 'CHANGELOG.md'), '## [1.2.3] - 2026-01-01\n\nText\n');
  git('init');
  git('commit', '--allow-empty', '--message', 'x');
  git('tag', 'v1.2.3');
  const script = join(ROOT, 'scripts/release.mjs');
  const run = spawnSync(process.execPath, [script, '1.2.3'], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  expect(run.stderr).toBe('Not released: the tag v1.2.3 exists already.\n');
  expect(run.status).toBe(1);
});
