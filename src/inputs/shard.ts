/** One part of a list that is split over several jobs: the third of sixteen is `{ index: 3, count: 16 }`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** What the split needs to know of an account. */
export interface ShardItem {
  readonly host: string;
  /** Equal for the same login, which must not be checked in two shards. */
  readonly login: string;
}

export interface ShardPart {
  /** Positions in the list, ascending. */
  readonly members: readonly number[];
  /** Into how many shards each host was split; hosts that are whole are left out. */
  readonly spread: ReadonlyMap<string, number>;
}

/** One host, or a piece of one: positions that stay together, grouped by login. */
interface Block {
  readonly host: string;
  readonly positions: readonly number[];
}

/**
 * Picks this shard's part of the list. The same list gives the same parts in every job, whatever the
 * machine. A host stays whole unless it is larger than a fair share; then it is cut into at most
 * `maxPieces`, so that the pieces together can keep the host's limit of connections.
 */
export function pickShard(items: readonly ShardItem[], shard: Shard, maxPieces: number): ShardPart {
  const fair = Math.ceil(items.length / shard.count);
  const spread = new Map<string, number>();
  const blocks = [...groupBy(items)].flatMap(([host, logins]) => {
    const size = logins.reduce((sum, positions) => sum + positions.length, 0);
    const pieces = Math.min(Math.ceil(size / fair), maxPieces, shard.count, logins.length);
    if (pieces > 1) spread.set(host, pieces);
    return cut(host, logins, pieces);
  });
  const members = distribute(blocks, shard.count)[shard.index - 1] ?? [];
  return { members: [...members].sort((a, b) => a - b), spread };
}

/** The positions of each host's logins, in the order of the list. */
function groupBy(items: readonly ShardItem[]): Map<string, number[][]> {
  const hosts = new Map<string, Map<string, number[]>>();
  items.forEach(({ host, login }, position) => {
    const logins = hosts.get(host) ?? new Map<string, number[]>();
    const positions = logins.get(login) ?? [];
    positions.push(position);
    logins.set(login, positions);
    hosts.set(host, logins);
  });
  return new Map([...hosts].map(([host, logins]) => [host, [...logins.values()]]));
}

function cut(host: string, logins: readonly number[][], pieces: number): Block[] {
  const positions = Array.from({ length: pieces }, () => [] as number[]);
  logins.forEach((same, index) => {
    for (const position of same) positions[index % pieces]?.push(position);
  });
  return positions.map((piece) => ({ host, positions: piece }));
}

/** Largest first, each to the shard with the least so far: within 4/3 of the best split (Graham 1969). */
function distribute(blocks: readonly Block[], count: number): number[][] {
  const shards = Array.from({ length: count }, () => [] as number[]);
  const largestFirst = [...blocks].sort(
    (a, b) =>
      b.positions.length - a.positions.length || (a.positions[0] ?? 0) - (b.positions[0] ?? 0),
  );
  // Ascending by size; of equal ones the one that has been so for the longest time comes first.
  const waiting = [...shards];
  for (const { positions } of largestFirst) {
    const smallest = waiting.shift() ?? [];
    for (const position of positions) smallest.push(position);
    waiting.splice(placeOf(smallest.length, waiting), 0, smallest);
  }
  return shards;
}

/** Behind all that are not larger, found by halving: a list of hundreds of shards is asked once for each block. */
function placeOf(size: number, ascending: readonly (readonly number[])[]): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle]?.length ?? 0) <= size) from = middle + 1;
    else to = middle;
  }
  return from;
}
