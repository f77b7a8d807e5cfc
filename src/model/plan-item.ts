import { createHash } from 'node:crypto';
import { type Account, hostKey } from './account.ts';
import type { Observation } from './observation.ts';

/** One thing to check, or the answer for an entry of a list that is wrong and so is not checked. */
export type PlanItem =
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'invalid'; readonly observation: Observation };

/** What may differ between two accounts that are the same login: how long to wait, and what to make of the answer. */
const NOT_PART_OF_LOGIN: ReadonlySet<string> = new Set([
  'timeoutMs',
  'retries',
  'certificateWarnDays',
  'certificateFailDays',
  'name',
  'expect',
  'failOn',
] satisfies (keyof Account)[]);

/**
 * Two accounts with the same key would send the same credential to the same server in the same way, so
 * one AUTH answers for both. The secret goes into the key, so the key is a digest.
 */
export function loginKey(account: Account): string {
  const parts = Object.entries({ ...account, host: hostKey(account.host) })
    .filter(([name]) => !NOT_PART_OF_LOGIN.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
