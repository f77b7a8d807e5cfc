import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs npm or npx, which are .cmd files on Windows and so need a shell there. */
function run(command: 'npm' | 'npx', args: readonly string[], cwd: string): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('the npm package', () => {
  let folder: string;
  beforeAll(() => {
    const tarball = execFileSync(process.execPath, ['scripts/pack.mjs'], {
      cwd: ROOT,
      encoding: 'utf8',
    }).trim();
    folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-pack-'));
    run(
      'npm',
      ['install', '--offline', '--no-save', '--ignore-scripts', join(ROOT, tarball)],
      folder,
    );
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds what the program needs and nothing else', () => {
    const installed = join(folder, 'node_modules', 'smtp-auth-check');
    const entries = readdirSync(installed, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        relative(installed, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
      );
    // The numbered files are parts that are loaded only when they are needed.
    expect(files.filter((file) => !/^dist\/cli\/\d+\.index\.js$/.test(file)).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/cli/index.js',
      'dist/cli/licenses.txt',
      'dist/cli/package.json',
      'man/smtp-auth-check.1',
      'package.json',
    ]);
  });

  it('brings no other package with it', () => {
    const manifest = join(folder, 'node_modules', 'smtp-auth-check', 'package.json');
    const fields = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, unknown>;
    expect(fields).not.toHaveProperty('dependencies');
    expect(fields).not.toHaveProperty('scripts');
    expect(existsSync(join(folder, 'node_modules', '@actions'))).toBe(false);
  });

  it('runs once it is installed', () => {
    const text = run('npx', ['--no-install', 'smtp-auth-check', '--help'], folder);
    expect(text).toContain('Usage: smtp-auth-check HOST');
  });
});
