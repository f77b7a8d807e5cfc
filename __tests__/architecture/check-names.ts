import type { Check } from './rules.ts';

/** Files of one name that are not in a set of those that mean the same thing. */
export const fileNameProblems: Check = (sources, { data, sameName }) => {
  const allowed = sameName.map((set) => new Set(set));
  const isAllowed = (paths: readonly string[]): boolean =>
    paths.every((path) => data.some((folder) => path.startsWith(folder))) ||
    allowed.some((set) => paths.every((path) => set.has(path)));
  return [...groupBy(sources.map(({ path }) => [path.split('/').at(-1) ?? '', path]))]
    .filter(([, paths]) => paths.length > 1 && !isAllowed(paths))
    .map(([, paths]) => `same file name: ${paths.join(', ')}`);
};

/** Names that two files export, types included, and files that pass on all names of another one. */
export const exportProblems: Check = (sources) => {
  const pairs = sources.flatMap(({ path, exports }) =>
    exports.map((name) => [name, path] as const),
  );
  const all = pairs.filter(([name]) => name === '*').map(([, path]) => `export *: ${path}`);
  return [...groupBy(pairs.filter(([name]) => name !== '*'))]
    .map(([name, paths]) => [name, [...new Set(paths)]] as const)
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => `same export: ${name} in ${paths.join(', ')}`)
    .concat(all);
};

/** Files and functions that are too long to be read in one go. */
export const lengthProblems: Check = (sources, { data, maxFileLines, maxFunctionLines }) =>
  sources.flatMap(({ path, lines, functions }) => {
    const isData = data.some((folder) => path.startsWith(folder));
    const long = functions.filter((one) => one.lines > maxFunctionLines);
    return [
      ...(lines > maxFileLines && !isData ? [`long file: ${path}`] : []),
      ...long.map(({ name }) => `long function: ${name} in ${path}`),
    ];
  });

function groupBy(pairs: readonly (readonly [key: string, value: string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
