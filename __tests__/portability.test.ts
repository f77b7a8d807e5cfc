import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What works on the machine at hand and not on every runner. CI runs on Linux, Windows and macOS; this says it
 * before, and why. The suites of ci.yml that run on Linux only are left out.
 */
const ON_LINUX_ONLY =
  /^(__tests__\/(hostile|real-servers|e2e|summary)\/|__tests__\/[\w-]+\.slow\.ts|bench\/|dist\/)/;

const FORBIDDEN: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/['"`]\/tmp\b/, 'Windows has no /tmp: use tmpdir()'],
  [/import\.meta\.url\)\.pathname/, 'on Windows that is "/D:/…": use fileURLToPath()'],
  [/\b127\.0\.0\.[2-9]\b/, 'macOS answers on no loopback address but 127.0.0.1'],
  [
    /process\.platform ===? 'win32' \? (it|test|describe)/,
    'use describeNeeding() and name the need',
  ],
  [
    /\b(?:spawn|spawnSync|execFile|execFileSync)\('(?:npm|npx)',(?![\s\S]{0,200}\bshell\b)/,
    'npm is npm.cmd on Windows: it needs "shell" there',
  ],
];

const files = execFileSync('git', ['ls-files', '*.ts', '*.mjs', '*.js'], { encoding: 'utf8' })
  .split('\n')
  .filter(
    (file) => file !== '' && !ON_LINUX_ONLY.test(file) && file !== '__tests__/portability.test.ts',
  )
  .map((file) => [file, readFileSync(file, 'utf8')] as const);

it.each(FORBIDDEN)('no file holds %s: %s', (pattern) => {
  expect(files.filter(([, text]) => pattern.test(text)).map(([file]) => file)).toEqual([]);
});

it('line ends and names are the same on every file system', () => {
  expect(readFileSync('.gitattributes', 'utf8')).toMatch(/^\* text=auto eol=lf$/m);
  const names = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(Boolean);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[\w./@ -]+$/);
});

it('CI runs the tests on every runner', () => {
  const text = readFileSync('.github/workflows/ci.yml', 'utf8');
  expect(text).toContain('os: [ubuntu-latest, windows-latest, macos-latest]');
});
