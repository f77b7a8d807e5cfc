import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** A runner gets `git archive` of the tag, gzipped, each time a workflow uses the Action. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAX_BYTES = 320_000;
/** `dist` and what describes it. */
const WANTED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.ja.md',
  'README.md',
  'SECURITY.md',
  'action.yml',
  'dist',
  'package.json',
];

const archive = execFileSync('git', ['archive', '--worktree-attributes', 'HEAD'], {
  cwd: ROOT,
  maxBuffer: 2 ** 28,
});

test('a runner downloads what the Action needs, and nothing else', () => {
  const list = execFileSync('tar', ['-t'], { input: archive, encoding: 'utf8' });
  const names = list.split('\n').flatMap((path) => path.split('/')[0] || []);
  expect([...new Set(names)].sort()).toEqual([...WANTED].sort());
});

test('the archive that a runner downloads is no larger than 320 kB', () => {
  expect(gzipSync(archive).length).toBeLessThanOrEqual(MAX_BYTES);
});
