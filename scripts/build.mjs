// src -> lib (tsc) -> dist (ncc). The output folders are removed first, so that no stale chunk survives.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';

function run(script, ...parameters) {
  const { status } = spawnSync(process.execPath, [script, ...parameters], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

for (const folder of ['lib', 'dist']) rmSync(folder, { recursive: true, force: true });
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
// A stand-in for the toolkit's HTTP client, found before the real one: see stubs/http-client/README.md.
cpSync('node_modules/@actions/core', 'lib/node_modules/@actions/core', { recursive: true });
cpSync('stubs/http-client', 'lib/node_modules/@actions/http-client', { recursive: true });
run(
  'node_modules/@vercel/ncc/dist/ncc/cli.js',
  'build',
  'lib/index.js',
  '-o',
  'dist',
  '--license',
  'licenses.txt',
  '--quiet',
);
