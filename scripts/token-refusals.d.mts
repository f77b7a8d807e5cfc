import type { Documented } from '../__tests__/token/documented.ts';
import type { VERDICT_OF_CAUSE } from '../src/diagnosis/verdicts.ts';
import type { tokenAnchorOf, tokenCauseOf, TOKEN_WORDS } from '../src/diagnosis/words/token.ts';
import type { ENTRA_REFUSALS } from '../src/diagnosis/words/token-entra.ts';
import type { Observation } from '../src/model/observation.ts';
import type { refusal } from '../src/token/reply.ts';
import type { TokenRefusal } from './render-troubleshooting.mjs';

export function tokenRefusals(
  documented: readonly Documented[],
  specimen: Observation,
  judge: {
    readonly refusal: typeof refusal;
    readonly tokenCauseOf: typeof tokenCauseOf;
    readonly tokenAnchorOf: typeof tokenAnchorOf;
    readonly TOKEN_WORDS: typeof TOKEN_WORDS;
    readonly ENTRA_REFUSALS: typeof ENTRA_REFUSALS;
    readonly VERDICT_OF_CAUSE: typeof VERDICT_OF_CAUSE;
  },
): TokenRefusal[];
