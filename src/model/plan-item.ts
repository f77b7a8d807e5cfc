import type { Account } from './account.ts';
import type { Observation } from './observation.ts';

/** One thing to check, or the answer for an entry of a list that is wrong and so is not checked. */
export type PlanItem =
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'invalid'; readonly observation: Observation };
