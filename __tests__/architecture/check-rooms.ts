import { type Check, type House, roomOf } from './rules.ts';
import type { Import } from './source.ts';

/** A file without a rule, also one that is loose in src/. */
export const roomProblems: Check = (sources, { rooms }) =>
  sources
    .filter(({ path }) => !Object.hasOwn(rooms, roomOf(path)))
    .map(({ path }) => `no rule: ${path}`);

/** Imports that the rules of a room do not allow, and imports of files that are not there. */
export const importProblems: Check = (sources, house) => {
  const paths = new Set(sources.map(({ path }) => path));
  return sources.flatMap(({ path, imports }) =>
    imports.flatMap((one) => {
      const { to, isOurs, kind } = one;
      if (isOurs && !paths.has(to)) return [`import of nothing: ${path} -> ${to}`];
      if (mayImport(path, one, house)) return [];
      return [`import: ${path} -> ${to}${kind === 'type' ? ' (type)' : ''}`];
    }),
  );
};

function mayImport(path: string, { to, isOurs, kind }: Import, house: House): boolean {
  const from = roomOf(path);
  const { rooms = [], types = [], files = [], packages = [] } = house.rooms[from] ?? {};
  if (!isOurs)
    return packages.includes(to) || (to.startsWith('node:') && packages.includes('node:*'));
  const room = roomOf(to);
  if (room === from || rooms.includes(room) || files.includes(to)) return true;
  return kind === 'type' && types.includes(room);
}

/** The environment is open to few rooms; the others are given what they need. */
export const environmentProblems: Check = (sources, { rooms }) =>
  sources
    .filter((one) => one.readsEnvironment && !rooms[roomOf(one.path)]?.readsEnvironment)
    .map(({ path }) => `process.env: ${path}`);

/**
 * How many floors the rules allow: a room stands one floor above the highest room that it may import from.
 *
 * @throws when rooms may import each other in a circle, since then no room is above the other
 */
export function floorsOf({ rooms: table }: House): number {
  const floorOf = (room: string, above: readonly string[]): number => {
    if (above.includes(room))
      throw new Error(`rooms in a circle: ${[...above, room].join(' -> ')}`);
    const { rooms = [], types = [], files = [] } = table[room] ?? {};
    const below = [...rooms, ...types, ...files.map(roomOf)];
    return Math.max(0, ...below.map((other) => floorOf(other, [...above, room]))) + 1;
  };
  return Math.max(...Object.keys(table).map((room) => floorOf(room, [])));
}
