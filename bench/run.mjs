// Runs every scenario and prints one Markdown page; without --quick it is written to docs/performance.md.
import { writeFileSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { distance } from './scenarios/distance.mjs';
import { fleet } from './scenarios/fleet.mjs';
import { growth } from './scenarios/growth.mjs';
import { single } from './scenarios/single.mjs';
import { startup } from './scenarios/startup.mjs';
import { bytes } from './scenarios/bytes.mjs';
import { createCertificates, startDistantServer, startLoopbackServer } from './stage.mjs';

const quick = process.argv.includes('--quick');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice(7);
const rounds = (full) => (quick ? 3 : full);
const certificates = createCertificates();
const loopback = { ...(await startLoopbackServer(certificates)), ...certificates };
const distant = async (roundTripMs) => ({
  ...certificates,
  ...(await startDistantServer(certificates, roundTripMs)),
});

const SCENARIOS = {
  startup: () => startup(loopback, rounds(25)),
  single: () => single(loopback, rounds(25)),
  distance: () => distance(distant, rounds(5)),
  thousand: () =>
    fleet(loopback, {
      title: '1,000 accounts, 50 at once, loopback',
      count: 1000,
      parallel: 50,
      rounds: rounds(5),
      swaks: true,
    }),
  thousands: () =>
    fleet(loopback, {
      title: '5,000 accounts, 50 at once, loopback',
      count: 5000,
      parallel: 50,
      rounds: rounds(3),
    }),
  distantThousand: async () => {
    const stage = await distant(50);
    const title = '1,000 accounts, 100 at once, 50 ms away (bound: 100 / (9 × 50 ms) = 222/s)';
    const text = await fleet(stage, { title, count: 1000, parallel: 100, rounds: rounds(3) });
    await stage.stop();
    return text;
  },
  growth: () => growth(loopback, quick ? 1 : 3),
  bytes: () => Promise.resolve(bytes()),
};

const machine = `${cpus().length} cores (${cpus()[0].model}), ${type()} ${release()}, Node ${process.version}`;
const date = new Date().toISOString().slice(0, 10);
const sections = [
  `# Performance\n\nMeasured on ${date} with \`bench/run.sh\`: ${machine}. Medians, with minimum and maximum in brackets; runs are paired and interleaved.\n`,
];
try {
  for (const [name, measure] of Object.entries(SCENARIOS)) {
    if (only !== undefined && only !== name) continue;
    const section = await measure();
    console.log(section);
    sections.push(section);
  }
} finally {
  await loopback.stop();
  certificates.remove();
}
if (!quick && only === undefined) {
  writeFileSync(new URL('../docs/performance.md', import.meta.url), sections.join('\n'));
}
