// src -> lib (tsc) -> dist (ncc, terser). The output folders are removed first, so that no stale chunk survives.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { getLicenseFileText } from 'generate-license-file';
import { minify } from 'terser';
import { BUNDLES } from './build/bundles.mjs';
import { compileModulesAtOnce } from './build/eager.mjs';

function run(script, ...parameters) {
  const { status } = spawnSync(process.execPath, [script, ...parameters], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Stand-ins for what the toolkit brings and nobody calls, found before the real ones: see stubs/README.md. */
function placeStubs() {
  for (const name of ['core', 'github']) {
    const folder = `lib/node_modules/@actions/${name}`;
    cpSync(`node_modules/@actions/${name}`, folder, { recursive: true });
    leaveOutUnused(`${folder}/package.json`);
  }
  for (const stub of readdirSync('stubs', { withFileTypes: true })) {
    if (!stub.isDirectory()) continue;
    const { name } = JSON.parse(readFileSync(`stubs/${stub.name}/package.json`, 'utf8'));
    // A toolkit package that brings the real one of its own would find that first.
    for (const toolkit of ['core', 'github']) {
      rmSync(`lib/node_modules/@actions/${toolkit}/node_modules/${name}`, {
        recursive: true,
        force: true,
      });
    }
    cpSync(`stubs/${stub.name}`, `lib/node_modules/${name}`, { recursive: true });
  }
}

/** Tells webpack that modules of a package whose exports nobody imports, such as core's `summary`, need not be run. */
function leaveOutUnused(manifest) {
  const content = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, JSON.stringify({ ...content, sideEffects: false }));
}

/**
 * Half of the time to start is the reading of the bundle, comments and all. Terser sees each module's unused
 * parts as well, such as the half of the YAML library that writes.
 */
async function shrink(folder) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    const file = `${folder}/${name}`;
    const { code } = await minify(readFileSync(file, 'utf8'), {
      module: true,
      compress: { passes: 2 },
      // V8 reads a file with other characters than ASCII at two bytes a character, which takes half as long again.
      format: { comments: false, max_line_len: 1000, ascii_only: true },
    });
    writeFileSync(file, `${compileModulesAtOnce(code)}\n`);
  }
}

for (const folder of ['lib', 'dist']) rmSync(folder, { recursive: true, force: true });
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
placeStubs();
mkdirSync('lib/statistics');
// ncc's own --license keeps only the last chunk's licences once there is a dynamic import.
const licenses = (await getLicenseFileText('./package.json')).replaceAll('\r\n', '\n');
for (const { entry, folder, licences, statistics } of BUNDLES) {
  const output = ['-o', folder, '--quiet', '--stats-out', statistics];
  run('node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', entry, ...output);
  await shrink(folder);
  writeFileSync(licences, licenses);
}
