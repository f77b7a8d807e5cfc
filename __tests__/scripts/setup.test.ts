import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeNeeding } from '../support/platform.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** What the demo and jest are replaced with: a program that prints its arguments. */
const PRINT = 'console.log(JSON.stringify(process.argv.slice(2)));';
/** What npm is replaced with: it writes down its arguments and "installs" jest. */
const NPM = `#!/bin/sh
echo "$*" >> npm.log
mkdir -p node_modules/jest/bin
echo '${PRINT}' > node_modules/jest/bin/jest.js
touch node_modules/.package-lock.json
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-setup-'));
  for (const file of ['package-lock.json', 'scripts/setup.mjs', 'scripts/jest.mjs']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  writeFileSync(join(folder, 'scripts/demo.mjs'), PRINT);
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/npm'), NPM, { mode: 0o755 });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a script of package.json, with arguments, as npm does it. */
function run(name: string, ...options: string[]): unknown {
  const env = {
    PATH: [join(folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
  };
  const command = [scripts[name], ...options].join(' ');
  const stdio = ['ignore', 'pipe', 'ignore'] as const;
  const shell = execFileSync('sh', ['-c', command], { cwd: folder, env, stdio: [...stdio] });
  return JSON.parse(shell.toString());
}

const installations = (): string => readFileSync(join(folder, 'npm.log'), 'utf8');

describeNeeding('a POSIX shell')('a fresh clone', () => {
  // npm-ignores-pre-scripts: with ignore-scripts=true in .npmrc npm runs no "pretest", so a fresh clone had no packages.
  it.each([
    ['test', ['--selectProjects', 'unit']],
    ['demo', []],
  ])('installs the packages before "npm run %s" starts, and only once', (name, seen) => {
    expect(run(name)).toEqual(seen);
    expect(run(name)).toEqual(seen);
    expect(installations()).toBe('ci --ignore-scripts --no-audit --no-fund\n');
  });
});

describeNeeding('a POSIX shell')('npm test', () => {
  it('gives a path and a name to jest, and not as names of projects', () => {
    expect(run('test', '__tests__/sasl', '-t', 'PLAIN')).toEqual([
      ...['__tests__/sasl', '-t', 'PLAIN'],
      ...['--selectProjects', 'unit'],
    ]);
  });
});
