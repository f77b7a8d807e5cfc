import type { Explanation } from '../src/diagnosis/explanation.ts';
import type { ReplyRow } from '../src/diagnosis/schema.ts';

export function renderJapanese(data: {
  readonly verdicts: Readonly<Record<string, Explanation>>;
  readonly causes: Readonly<Record<string, Explanation>>;
  readonly verdictOf: Readonly<Record<string, string>>;
  readonly families: readonly {
    readonly name: string;
    readonly replies?: readonly Pick<ReplyRow, 'id' | 'cause'>[] | undefined;
  }[];
  readonly samples: ReadonlyMap<string, { readonly reply: string }>;
}): string;
