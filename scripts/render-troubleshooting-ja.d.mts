import type { Explanation } from '../src/diagnosis/explanation.ts';
import type { TokenRefusal } from './render-troubleshooting.mjs';
import type { ReplyRow } from '../src/diagnosis/schema.ts';

export function renderJapanese(data: {
  readonly verdicts: Readonly<Record<string, Explanation>>;
  readonly causes: Readonly<Record<string, Explanation>>;
  readonly verdictOf: Readonly<Record<string, string>>;
  readonly families: readonly {
    readonly name: string;
    readonly replies?: readonly Pick<ReplyRow, 'id' | 'cause'>[] | undefined;
  }[];
  /** By the id of a documented refusal. */
  readonly tokens: Readonly<Record<string, Explanation>>;
  /** The refusals as the English page has them. */
  readonly refusals: readonly TokenRefusal[];
  readonly samples: ReadonlyMap<string, { readonly reply: string }>;
}): string;
