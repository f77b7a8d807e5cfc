import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../scripts/check-licences.mjs', import.meta.url));
const NAMED = 'These packages are included:\n\n - jose@6.2.18\n - @actions/core@3.0.1\n';

interface Project {
  /** What package-lock.json says about an installed package. */
  installed: { license?: string; dev?: boolean };
  /** Names of webpack's modules in the bundle of the command line program. */
  modules: readonly string[];
}
const GOOD: Project = {
  installed: { license: 'MIT' },
  modules: ['./lib/cli.js', './node_modules/jose/dist/webapi/jwt.js'],
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-licences-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, content: unknown): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(join(folder, path), text);
}

/** What the script says about a project that is in order but for what a test changes. */
function check(project: Partial<Project> = {}): { status: number | null; stderr: string } {
  const { installed, modules } = { ...GOOD, ...project };
  const action = './lib/node_modules/@actions/core/lib/core.js';
  write('package-lock.json', { packages: { '': {}, 'node_modules/some': installed } });
  for (const name of ['action', 'join']) {
    write(`lib/statistics/${name}.json`, { modules: [{ name: action, chunks: [0] }] });
  }
  // webpack lists joined modules below one of them.
  const joined = { name: './lib/cli.js + 1 modules', modules: modules.map((name) => ({ name })) };
  write('lib/statistics/cli.json', { modules: [joined] });
  write('dist/licenses.txt', NAMED);
  write('dist/cli/licenses.txt', NAMED);
  return spawnSync(process.execPath, [SCRIPT], { cwd: folder, encoding: 'utf8' });
}

describe('npm run check-licences', () => {
  it('accepts bundles whose packages are all named', () => {
    expect(check()).toMatchObject({ status: 0, stderr: '' });
  });

  it('refuses a bundled package that licenses.txt does not name', () => {
    expect(check({ modules: [...GOOD.modules, './node_modules/planted/index.js'] })).toMatchObject({
      status: 1,
      stderr: `planted is in dist/cli and missing in ${join('dist/cli', 'licenses.txt')}\n`,
    });
  });

  it('refuses a planted package with a scope, deep in another one', () => {
    const name = './lib/node_modules/jose/node_modules/@some/planted/index.js';
    const { status, stderr } = check({ modules: [...GOOD.modules, name] });
    expect(stderr).toMatch(/^@some\/planted is in dist\/cli and missing/);
    expect(status).toBe(1);
  });

  // The check once read webpack's comments, which terser removes: it found 0 packages and passed.
  it('refuses statistics in which it finds no package', () => {
    expect(check({ modules: ['./lib/cli.js'] })).toMatchObject({
      status: 1,
      stderr: 'lib/statistics/cli.json names no package, so the licences of dist/cli are unknown\n',
    });
  });

  it('refuses to judge without a build', () => {
    write('package-lock.json', { packages: {} });
    const { status, stderr } = spawnSync(process.execPath, [SCRIPT], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stderr).toContain('lib/statistics/action.json is missing: run "npm run build"');
    expect(status).toBe(1);
  });

  it.each(['MIT', 'MIT OR GPL-3.0-only', '(GPL-3.0-only OR MIT) AND ISC'])(
    'accepts the licence %s',
    (license) => {
      expect(check({ installed: { license } }).status).toBe(0);
    },
  );

  it.each([
    ['GPL-3.0-only'],
    ['MIT AND GPL-3.0-only'],
    ['GPL-3.0-only AND (MIT OR ISC)'],
    ['SEE LICENSE IN LICENSE.md'],
    [undefined],
  ])('refuses the licence %s', (license) => {
    expect(check({ installed: { ...(license && { license }) } })).toMatchObject({
      status: 1,
      stderr: `node_modules/some: the licence ${license ?? 'none'} is not accepted\n`,
    });
  });

  it('accepts CC-BY-4.0 for a tool only', () => {
    expect(check({ installed: { license: 'CC-BY-4.0', dev: true } }).status).toBe(0);
    expect(check({ installed: { license: 'CC-BY-4.0' } }).status).toBe(1);
  });
});
