import { distance } from 'fastest-levenshtein';

/** Below this many letters two names that differ in one are mostly two words: `user` and `uses`, `cert` and `port`. */
const MIN_LENGTH = 5;
/** From this many letters on two slips are a misspelling too. */
const LONG = 8;

/**
 * The one of `names` that `typed` is a misspelling of: one slip away (a letter that is missing, doubled, wrong or in
 * the wrong place), or two in a long name. The nearest wins, then the first.
 */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  if (typed.length < MIN_LENGTH) return undefined;
  let best: string | undefined;
  let fewest = typed.length < LONG ? 2 : 3;
  for (const name of names) {
    const isFar = Math.abs(name.length - typed.length) >= fewest;
    if (name.length < MIN_LENGTH || isFar || partsOf(name) !== partsOf(typed)) continue;
    const slips = isTransposed(typed, name) ? 1 : distance(typed, name);
    if (slips < fewest) [best, fewest] = [name, slips];
  }
  return best;
}

/** `password-env` is not a misspelling of `password`: what follows a hyphen says something else. */
function partsOf(name: string): number {
  return name.split('-').length;
}

/** Two neighbours have changed places. */
function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
