import { pickShard } from '../../src/inputs/shard.ts';
import { loginKey } from '../../src/model/plan-item.ts';
import { read } from './list/read.ts';

const COUNT = 100_000;

/** Milliseconds of the processor, which do not depend on who else uses it. */
async function timeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Several times what work that grows with the list needs, and a small part of what its square would. */
const LINEAR_MS = 20_000;
/** For a machine on which others work too. */
const PATIENCE_MS = 240_000;

test(
  '100,000 equal logins are split into shards in a time that grows with the list',
  async () => {
    const items = Array.from({ length: COUNT }, () => ({ host: 'a.example', login: 'same' }));
    const ms = await timeOf(() => {
      expect(pickShard(items, { index: 1, count: 16 }, 4).members).toHaveLength(COUNT);
    });
    expect(ms).toBeLessThan(LINEAR_MS);
  },
  PATIENCE_MS,
);

test(
  '100,000 hosts are split into shards in a time that grows with the list',
  async () => {
    const items = Array.from({ length: COUNT }, (_, n) => ({ host: `h${n}`, login: `l${n}` }));
    let members = 0;
    const ms = await timeOf(() => {
      for (let index = 1; index <= 4; index += 1) {
        members += pickShard(items, { index, count: 256 }, 4).members.length;
      }
    });
    expect(members).toBeGreaterThan(1000);
    expect(ms).toBeLessThan(LINEAR_MS);
  },
  PATIENCE_MS,
);

test(
  'a list of 100,000 accounts is read in a time that grows with the list',
  async () => {
    const entries = Array.from(
      { length: COUNT },
      (_, n) => `- {host: h${n % 1000}.example, username: u${n}, password: p${n}}`,
    );
    const ms = await timeOf(async () => {
      const items = await read(entries.join('\n'));
      expect(items.every(({ kind }) => kind === 'account')).toBe(true);
      expect(
        new Set(items.map((item) => item.kind === 'account' && loginKey(item.account))).size,
      ).toBe(COUNT);
    });
    expect(ms).toBeLessThan(LINEAR_MS);
  },
  PATIENCE_MS,
);
