import { circleProblems, eagerProblems, lazyProblems } from './check-loading.ts';
import { exportProblems, fileNameProblems, lengthProblems } from './check-names.ts';
import { environmentProblems, importProblems, roomProblems } from './check-rooms.ts';
import type { Check, House } from './rules.ts';
import type { Source } from './source.ts';

const CHECKS: readonly Check[] = [
  ...[roomProblems, importProblems, environmentProblems],
  ...[circleProblems, lazyProblems, eagerProblems],
  ...[fileNameProblems, exportProblems, lengthProblems],
];

/** All problems, sorted, each once. Without line numbers, so that a problem keeps its text while the file changes. */
export function problemsOf(sources: readonly Source[], house: House): string[] {
  const sorted = [...sources].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...new Set(CHECKS.flatMap((check) => check(sorted, house)))].sort();
}
