import type { Account } from '../smtp/account.ts';

/** What may differ between two accounts that are the same login: how long to wait, and what to make of the answer. */
const NOT_PART_OF_LOGIN: ReadonlySet<string> = new Set([
  'timeoutMs',
  'retries',
  'certificateWarnDays',
  'expect',
] satisfies (keyof Account)[]);

/**
 * Two accounts with the same key would send the same credential to the same server in the same way, so
 * one AUTH answers for both. The key holds the secret: it is compared and never shown or kept.
 */
export function loginKey(account: Account): string {
  const parts = Object.entries({ ...account, host: hostKey(account.host) })
    .filter(([name]) => !NOT_PART_OF_LOGIN.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(parts);
}

/** Names one host for pacing: letter case and the root's dot make no other host (RFC 4343, RFC 1034). */
export function hostKey(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}
