import type { Refinement } from './causes.ts';
import type { Explanation, Words } from './explanation.ts';
import type { Company, ServerFamily } from './schema.ts';

/** Everything that a result which is not `accepted` is explained with. */
export interface Knowledge {
  readonly companies: readonly Company[];
  readonly servers: readonly ServerFamily[];
  readonly words: Words;
  readonly refinedWords: Readonly<Record<Refinement, () => Explanation>>;
}

let known: Knowledge | undefined;

/**
 * Loads the knowledge. Most checks end well and need none of it, so it is asked for with the first result
 * that does not, before anything is said about that result.
 */
export async function loadKnowledge(): Promise<void> {
  known ??= (await import('./known.ts')).KNOWLEDGE;
}

/** @throws Error before `loadKnowledge` has ended, since a diagnosis without it would be a wrong one */
export function knowledge(): Knowledge {
  if (!known) throw new Error('loadKnowledge() comes first');
  return known;
}
