import fc from 'fast-check';
import { pickShard, type ShardItem } from '../../src/inputs/shard.ts';

const items = fc.array(
  fc.record({
    host: fc.integer({ min: 0, max: 12 }).map((n) => `mail${n}.example`),
    login: fc.integer({ min: 0, max: 40 }).map(String),
  }),
  { maxLength: 200 },
);
const count = fc.integer({ min: 1, max: 16 });

function all(list: readonly ShardItem[], shards: number, maxPieces = 4): (readonly number[])[] {
  return Array.from(
    { length: shards },
    (_, index) => pickShard(list, { index: index + 1, count: shards }, maxPieces).members,
  );
}

test('every account is in exactly one shard, in the order of the list', () => {
  fc.assert(
    fc.property(items, count, (list, shards) => {
      const parts = all(list, shards);
      expect(parts.flat().sort((a, b) => a - b)).toEqual(list.map((_item, position) => position));
      for (const part of parts) expect(part).toEqual([...part].sort((a, b) => a - b));
    }),
  );
});

test('the same login at the same host is never in two shards', () => {
  fc.assert(
    fc.property(items, count, (list, shards) => {
      const shardOf = new Map<string, number>();
      all(list, shards).forEach((part, shard) => {
        for (const position of part) {
          const key = JSON.stringify(list[position]);
          expect(shardOf.get(key) ?? shard).toBe(shard);
          shardOf.set(key, shard);
        }
      });
    }),
  );
});

test('a host no larger than a fair share stays whole, a larger one is cut into at most maxPieces', () => {
  fc.assert(
    fc.property(items, count, fc.integer({ min: 1, max: 6 }), (list, shards, maxPieces) => {
      const fair = Math.ceil(list.length / shards);
      const { spread } = pickShard(list, { index: 1, count: shards }, maxPieces);
      const parts = all(list, shards, maxPieces);
      for (const host of new Set(list.map((item) => item.host))) {
        const shardsOfHost = parts.filter((part) =>
          part.some((position) => list[position]?.host === host),
        );
        const size = list.filter((item) => item.host === host).length;
        const pieces = spread.get(host) ?? 1;
        expect(shardsOfHost.length).toBeLessThanOrEqual(pieces);
        expect(pieces).toBeLessThanOrEqual(size > fair ? maxPieces : 1);
      }
    }),
  );
});

test('shards are balanced: 1,000 accounts over 20 hosts and 16 shards', () => {
  const list = Array.from({ length: 1000 }, (_, n) => ({
    host: `mail${n % 20}.example`,
    login: String(n),
  }));
  const sizes = all(list, 16).map(({ length }) => length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(50);
});

test('one large host is spread, and its pieces share its limit', () => {
  const list = Array.from({ length: 1000 }, (_, n) => ({ host: 'mail.example', login: String(n) }));
  expect(all(list, 16).map(({ length }) => length)).toEqual([
    250,
    250,
    250,
    250,
    ...Array.from({ length: 12 }, () => 0),
  ]);
  expect(pickShard(list, { index: 1, count: 16 }, 4).spread.get('mail.example')).toBe(4);
});
