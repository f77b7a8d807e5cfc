// src -> lib (tsc) -> dist (ncc). The output folders are removed first, so that no stale chunk survives.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { getLicenseFileText } from 'generate-license-file';

function run(script, ...parameters) {
  const { status } = spawnSync(process.execPath, [script, ...parameters], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

for (const folder of ['lib', 'dist']) rmSync(folder, { recursive: true, force: true });
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
// A stand-in for the toolkit's HTTP client, found before the real one: see stubs/http-client/README.md.
cpSync('node_modules/@actions/core', 'lib/node_modules/@actions/core', { recursive: true });
cpSync('stubs/http-client', 'lib/node_modules/@actions/http-client', { recursive: true });
for (const [entry, folder] of [
  ['lib/index.js', 'dist'],
  ['lib/cli.js', 'dist/cli'],
]) {
  run('node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', entry, '-o', folder, '--quiet');
}
// ncc's own --license keeps only the last chunk's licences once there is a dynamic import.
const licenses = (await getLicenseFileText('./package.json')).replaceAll('\r\n', '\n');
for (const folder of ['dist', 'dist/cli']) writeFileSync(`${folder}/licenses.txt`, licenses);
