import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAction } from '../support/action.ts';
import { createLocalhost } from '../support/certificates.ts';
import { runCli } from '../support/cli.ts';
import { startPeer } from '../support/peer.ts';
import { loginThen, startTlsScript } from '../support/scripts.ts';

/** A runner fetches all of dist/ and parses what a check loads. `node scripts/sizes.mjs` tells what is in it. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'dist');
const BUDGET = JSON.parse(readFileSync(join(ROOT, 'scripts/size-budget.json'), 'utf8')) as Record<
  'action check' | 'cli check' | 'any file' | 'all',
  number
>;
const { ca, server } = await createLocalhost();

const sizes = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'licenses.txt')
  .map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

let coverage: string;
beforeEach(() => {
  coverage = mkdtempSync(join(tmpdir(), 'smtp-auth-check-sizes-'));
});
afterEach(() => {
  rmSync(coverage, { recursive: true });
});

/** The files of dist/ that a process loaded, as V8 lists them at its end. */
function loaded(): string[] {
  const reports = readdirSync(coverage).map(
    (name) =>
      JSON.parse(readFileSync(join(coverage, name), 'utf8')) as { result: { url: string }[] },
  );
  return reports
    .flatMap(({ result }) => result.map(({ url }) => url))
    .filter((url) => url.startsWith('file:'))
    .map((url) => fileURLToPath(url))
    .filter((file) => file.startsWith(DIST));
}

const accepting = startTlsScript(server, { auth: loginThen('235 ok\r\n') });

test('a passing check of the action loads no more than its budget', async () => {
  const peer = await startPeer(accepting);
  const { exitCode } = await runAction(
    {
      host: 'localhost',
      port: peer.port,
      'tls-ca': ca.cert,
      username: 'user@example.test',
      password: 'correct horse',
    },
    { env: { NODE_V8_COVERAGE: coverage } },
  );
  await peer.close();
  expect(exitCode).toBe(0);
  const files = loaded();
  expect(files).toContain(join(DIST, 'index.js'));
  expect(sum(files.map((file) => statSync(file).size))).toBeLessThanOrEqual(BUDGET['action check']);
});

test('a passing check of the command line program loads no more than its budget', async () => {
  const peer = await startPeer(accepting);
  const account = ['--host', 'localhost', '--port', String(peer.port), `--tls-ca=${ca.cert}`];
  const login = ['--username', 'user@example.test', '--password-env', 'SECRET'];
  const { exitCode } = await runCli([...account, ...login], {
    env: { NODE_V8_COVERAGE: coverage, SECRET: 'correct horse' },
  });
  await peer.close();
  expect(exitCode).toBe(0);
  const files = loaded();
  expect(files).toContain(join(DIST, 'cli', 'index.js'));
  expect(sum(files.map((file) => statSync(file).size))).toBeLessThanOrEqual(BUDGET['cli check']);
});

test('no file, and not all of them together, are larger than their budgets', () => {
  expect(Math.max(...sizes)).toBeLessThanOrEqual(BUDGET['any file']);
  expect(sum(sizes)).toBeLessThanOrEqual(BUDGET.all);
});
