import type { Check, House } from './rules.ts';

/** Files that import each other in a ring, by whatever kind of import: for each such group a shortest ring. */
export const circleProblems: Check = (sources) => {
  const targets = new Map(sources.map(({ path, imports }) => [path, imports.map(({ to }) => to)]));
  return [...targets.keys()].flatMap((start) => {
    const way = shortestWay(start, (path) => targets.get(path) ?? [], start);
    // The same ring is found from each of its files; it is named after the first.
    const isFirst = way?.every((path) => path >= start);
    return way && isFirst ? [`circle: ${way.join(' -> ')}`] : [];
  });
};

/** The shortest way from a file to another one, or back to itself; both ends are part of it. */
function shortestWay(
  start: string,
  next: (path: string) => readonly string[],
  goal: string,
): string[] | undefined {
  const ways = new Map([[start, [start]]]);
  for (const [path, way] of ways) {
    for (const to of next(path)) {
      if (to === goal) return [...way, to];
      if (!ways.has(to)) ways.set(to, [...way, to]);
    }
  }
  return undefined;
}

/** The mark that allows a lazy import of this file or package. */
const markOf = (to: string, { lazy }: House): string | undefined =>
  Object.keys(lazy).find((mark) => to === mark || (mark.endsWith('/') && to.startsWith(mark)));

/** An `import()` names only what is marked, and what is marked is imported so. */
export const lazyProblems: Check = (sources, house) => {
  const lazy = sources.flatMap(({ path, imports }) =>
    imports.filter(({ kind }) => kind === 'lazy').map(({ to }) => ({ path, to })),
  );
  const used = new Set(lazy.map(({ to }) => markOf(to, house)));
  return [
    ...lazy
      .filter(({ to }) => markOf(to, house) === undefined)
      .map(({ path, to }) => `not marked lazy: ${path} -> ${to}`),
    ...Object.keys(house.lazy)
      .filter((mark) => !used.has(mark))
      .map((mark) => `marked lazy and not imported so: ${mark}`),
  ];
};

/** A lazy import of what is loaded at the start anyway saves nothing. */
export const eagerProblems: Check = (sources, house) => {
  const targets = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.filter(({ kind }) => kind === 'value').map(({ to }) => to),
    ]),
  );
  const entries = sources.map(({ path }) => path).filter((path) => !path.includes('/'));
  const all = [...new Set([...targets.values()].flat())];
  return all
    .filter((to) => markOf(to, house) !== undefined)
    .flatMap((to) =>
      entries.flatMap((entry) => {
        const way = shortestWay(entry, (path) => targets.get(path) ?? [], to);
        // Behind the first lazy file everything is lazy.
        const isFirst = way?.slice(0, -1).every((path) => !markOf(path, house));
        return way && isFirst ? [`lazy, but loaded at the start: ${way.join(' -> ')}`] : [];
      }),
    );
};
