import type { Account } from './account.ts';
import type { Observation } from './observation.ts';

/** What is to be checked: an account, or what is wrong with the inputs of one. */
export type PlanItem =
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'invalid'; readonly observation: Observation };
