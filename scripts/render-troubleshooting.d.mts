import type { Explanation, Words } from '../src/diagnosis/explanation.ts';
import type { Provider, ServerFamily } from '../src/diagnosis/schema.ts';

export function renderTroubleshooting(data: {
  readonly providers: readonly Provider[];
  readonly servers: readonly ServerFamily[];
  readonly samples: ReadonlyMap<string, { readonly reply: string; readonly host: string }>;
  readonly words: ReadonlyMap<string, Explanation>;
}): string;

export function wordsOfCauses(
  problemWords: Words,
  refinedWords: Readonly<Record<string, () => Explanation>>,
): Map<string, Explanation>;
