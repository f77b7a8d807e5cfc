import type { Explanation, Words } from '../src/diagnosis/explanation.ts';
import type { Provider, ServerFamily } from '../src/diagnosis/schema.ts';
import type { ReplyCause } from '../src/model/cause.ts';
import type { Observation } from '../src/model/observation.ts';

/** A reply that comes only after DATA, as scripts/replies-after-data.json keeps it: for readers, not for checks. */
export interface ReplyAfterData {
  /** The id of a company or of a server family. */
  readonly family: string;
  readonly id: string;
  readonly host: string;
  readonly reply: string;
  readonly cause: ReplyCause;
  readonly meaning?: string;
  readonly nextStep?: string;
  readonly sources: readonly string[];
}

/** A refusal of a token endpoint as the page shows it. */
export interface TokenRefusal extends Explanation {
  /** Its key in the data of other languages. */
  readonly id: string;
  readonly grant: string;
  /** Whose endpoint it is. */
  readonly by: string;
  /** How the token was asked for: `with a client secret`. */
  readonly how: string;
  readonly reply: string;
  readonly cause: string;
  readonly verdict: string;
  readonly anchors: readonly string[];
  readonly source: string;
}

export function renderTroubleshooting(data: {
  readonly providers: readonly Provider[];
  readonly servers: readonly ServerFamily[];
  readonly afterData: readonly ReplyAfterData[];
  readonly samples: ReadonlyMap<
    string,
    { readonly reply: string; readonly host: string; readonly sources: readonly string[] }
  >;
  readonly tokens: readonly TokenRefusal[];
  readonly causes: ReadonlyMap<string, Explanation>;
  readonly replies: ReadonlyMap<string, Explanation>;
}): string;

export function wordsOfReplies(words: Words): Map<string, Explanation>;
export function wordsOfCauses(words: Words): Map<string, Explanation>;

/** An observation as neutral as can be, for the words that look at one. */
export const SPECIMEN: Observation;
