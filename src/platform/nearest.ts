import { distance } from 'fastest-levenshtein';

/** Slips of the finger that are taken for a misspelling. */
const MAX_SLIPS = 2;
/** Below it one name is the beginning of too many others. */
const MIN_PART = 4;

/**
 * The one of `names` that `typed` was meant to be: at most two slips away, or one is the beginning or the end of
 * the other (`user` and `username`, `junit` and `report-junit`). The nearest wins, then the first.
 */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  if (typed.length <= MAX_SLIPS) return undefined;
  const [best] = names
    .map((name) => ({ name, slips: isPart(name, typed) ? 1 : distance(name, typed) }))
    .filter(({ slips }) => slips <= MAX_SLIPS)
    .sort((a, b) => a.slips - b.slips);
  return best?.name;
}

function isPart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= MIN_PART && (long.startsWith(short) || long.endsWith(`-${short}`));
}
