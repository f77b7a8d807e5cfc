// Runs the scenarios, prints a Markdown page and, when it was a whole run, writes it to docs/performance.md.
import { execFileSync } from 'node:child_process';
import { realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { endLauncher } from './measure.mjs';
import { renderPage } from './page.mjs';
import { runScenarios } from './scenarios.mjs';
import { selfCheck } from './scenarios/selfcheck.mjs';
import { createCertificates, startDistantServer, startLoopbackServer } from './stage.mjs';

const PAGE = 'docs/performance.md';
const ROOT = join(import.meta.dirname, '..');
const { values: given } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    dist: { type: 'string', multiple: true, default: [join(ROOT, 'dist')] },
  },
});

/** `--dist=new=PATH`: the label that tells builds apart in the tables, and the folder. */
const builds = given.dist.map((word) => {
  const [, label, path] = /^(?:([\w.-]+)=)?(.+)$/.exec(word);
  return [label === undefined ? '' : ` (${label})`, realpathSync(path)];
});
process.chdir(ROOT);
const certificates = createCertificates();
const stranger = createCertificates();
const loopback = await startLoopbackServer(certificates);
try {
  const limits = given.quick ? [] : await selfCheck(loopback, builds, stranger.ca);
  const results = await runScenarios(given.only?.split(','), {
    builds,
    quick: given.quick,
    loopback,
    distant: (roundTripMs) => startDistantServer(certificates, roundTripMs),
  });
  const page = renderPage(results, limits, builds.length > 1);
  console.log(page);
  const isOurs = builds.length === 1 && builds[0][1] === resolve('dist');
  const isWhole = !given.quick && given.only === undefined && isOurs;
  if (isWhole) {
    writeFileSync(PAGE, page);
    const prettier = 'node_modules/prettier/bin/prettier.cjs';
    execFileSync(process.execPath, [prettier, '--write', PAGE], { stdio: 'ignore' });
  }
} finally {
  await loopback.stop();
  for (const { remove } of [certificates, stranger]) remove();
  endLauncher();
}
