import type { Account } from '../model/account.ts';
import type { AccessToken } from '../model/token-facts.ts';
import { now } from '../platform/clock.ts';
import type { TokenTools } from './ask.ts';
import type { TokenSurroundings } from './obtain.ts';

/** Gives an account's access token, however often it is asked. */
export type TokenSource = (tools: TokenTools) => Promise<AccessToken>;

/** A login may take this long; of a token with a shorter life, half of it. */
const MARGIN_MS = 60_000;

/**
 * The source of an account's access token: fetched once, whatever happens to the login, and again only when its life
 * is over.
 *
 * @returns undefined when the account has no token to fetch
 */
export function createTokenSource(
  { credential, tls }: Pick<Account, 'credential' | 'tls'>,
  environment: TokenSurroundings['environment'],
): TokenSource | undefined {
  if (credential.kind !== 'token-request') return undefined;
  let fetched: AccessToken | undefined;
  return async (tools) => {
    if (fetched === undefined || fetched.isStale()) {
      const { obtainToken } = await import('./obtain.ts');
      const askedAt = now();
      const { token, lifetimeMs } = await obtainToken(credential.request, tools, {
        environment,
        ca: tls.ca,
      });
      fetched = createAccessToken(token, askedAt, lifetimeMs);
    }
    return fetched;
  };
}

/** @param lifetimeMs undefined when the endpoint does not say it: such a token is used as long as it works */
function createAccessToken(
  value: string,
  askedAt: number,
  lifetimeMs: number | undefined,
): AccessToken {
  const left = (): number => (lifetimeMs === undefined ? Infinity : askedAt + lifetimeMs - now());
  const margin = Math.min(MARGIN_MS, (lifetimeMs ?? Infinity) / 2);
  return { value, isExpired: () => left() <= 0, isStale: () => left() < margin };
}
