import { PEERS } from './peers.mjs';
import { bytes } from './scenarios/bytes.mjs';
import { distance } from './scenarios/distance.mjs';
import { fleet } from './scenarios/fleet.mjs';
import { growth } from './scenarios/growth.mjs';
import { outcomes } from './scenarios/outcomes.mjs';
import { single } from './scenarios/single.mjs';
import { startup } from './scenarios/startup.mjs';

const QUICK_PEERS = ['bare node:tls', 'nodemailer `verify()`'];
const LOOP = { count: 100, parallel: 50 };
/** 1,000 accounts, 100 at once, 9 round trips each: no client can be faster. */
const bound = (roundTripMs) => (100 / (9 * roundTripMs)) * 1000;

const SCENARIOS = {
  startup: ({ loopback, builds, quick }) => startup(loopback, builds, quick ? 9 : 25),
  single: ({ loopback, builds, quick }) =>
    single(loopback, builds, quick ? 9 : 25, quick ? QUICK_PEERS : Object.keys(PEERS)),
  distance: ({ distant, builds, quick }) =>
    distance(distant, builds, { rounds: quick ? 2 : 5, quick }),
  thousand: ({ loopback, builds, quick }) =>
    fleet(loopback, builds, {
      title: '1,000 accounts, 50 at once, loopback',
      count: 1000,
      parallel: 50,
      rounds: quick ? 2 : 5,
      loops: quick ? {} : { swaks: LOOP, check_smtp: LOOP },
    }),
  thousands: ({ loopback, builds, quick }) =>
    fleet(loopback, builds, {
      title: '5,000 accounts, 50 at once, loopback',
      count: 5000,
      parallel: 50,
      rounds: quick ? 1 : 3,
    }),
  outcomes: ({ loopback, builds, quick }) =>
    outcomes(loopback, builds, {
      title: '5,000 accounts that pass, are refused, or meet silence (Action)',
      count: 5000,
      parallel: 50,
      rounds: quick ? 1 : 5,
    }),
  distantThousand: async ({ distant, builds, quick }) => {
    const stage = await distant(50);
    const limit = bound(stage.roundTripMs);
    try {
      const { text, figures } = await fleet(stage, builds, {
        title: '1,000 accounts, 100 at once, 50 ms away',
        note: `Bound: 100 ÷ (9 × ${stage.roundTripMs.toFixed(1)} ms) = ${limit.toFixed(0)} accounts/s.`,
        count: 1000,
        parallel: 100,
        rounds: quick ? 1 : 3,
      });
      return { text, figures: { share: figures.rate / limit } };
    } finally {
      await stage.stop();
    }
  },
  growth: ({ loopback, builds, quick }) => growth(loopback, builds, quick ? 1 : 3),
  bytes: ({ loopback, builds }) => bytes(loopback, builds),
};

/**
 * Runs scenarios one after the other.
 *
 * @param only their names; all when undefined
 * @returns name to `{ text, figures }`
 */
export async function runScenarios(only, context) {
  const unknown = only?.filter((name) => !(name in SCENARIOS)) ?? [];
  if (unknown.length > 0) {
    const known = Object.keys(SCENARIOS).join(', ');
    throw new Error(`--only: there is no ${unknown.join(', ')}; there are ${known}`);
  }
  const results = {};
  for (const [name, measure] of Object.entries(SCENARIOS)) {
    if (only && !only.includes(name)) continue;
    process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${name}\n`);
    results[name] = await measure(context);
  }
  if (results.thousand && results.thousands) {
    const { figures } = results.thousands;
    figures.cpuGrowth = figures.cpuMs / results.thousand.figures.cpuMs;
  }
  return results;
}
