// Runs the scenarios, prints a Markdown page and, when it was a whole run, writes it to docs/performance.md.
import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';
import { endLauncher } from './measure.mjs';
import { PEERS } from './peers.mjs';
import { selfCheck } from './scenarios/selfcheck.mjs';
import { single } from './scenarios/single.mjs';
import { startup } from './scenarios/startup.mjs';
import { createCertificates, startDistantServer, startLoopbackServer } from './stage.mjs';

const { values: given } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean' },
    dist: { type: 'string', multiple: true, default: [join(import.meta.dirname, '../dist')] },
  },
});
const only = given.only?.split(',');

/** `--dist=new=PATH`: the label that tells builds apart in the tables, and the folder. */
const builds = given.dist.map((word) => {
  const [, label, path] = /^(?:([\w.-]+)=)?(.+)$/.exec(word);
  return [label === undefined ? '' : ` (${label})`, resolve(path)];
});
const rounds = (full) => (given.quick ? Math.min(full, 9) : full);
const certificates = createCertificates();
const loopback = await startLoopbackServer(certificates);
const quickPeers = ['bare node:tls', 'nodemailer `verify()`'];

const SCENARIOS = {
  startup: () => startup(loopback, builds, rounds(25)),
  single: () => single(loopback, builds, rounds(25), given.quick ? quickPeers : Object.keys(PEERS)),
};
try {
  if (!given.quick) {
    const stranger = createCertificates();
    console.log(await selfCheck(loopback, builds, stranger.ca));
    stranger.remove();
  }
  for (const [name, measure] of Object.entries(SCENARIOS)) {
    if (only && !only.includes(name)) continue;
    const { text, figures } = await measure();
    console.log(text, figures);
  }
} finally {
  await loopback.stop();
  certificates.remove();
  endLauncher();
}
