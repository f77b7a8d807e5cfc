import type { Account } from '../model/account.ts';
import type { TokenSurroundings, TokenTools } from './obtain.ts';

/** Gives an account's access token, however often it is asked. */
export type TokenSource = (tools: TokenTools) => Promise<string>;

/**
 * The source of an account's access token: fetched at most once, whatever happens to the login.
 *
 * @returns undefined when the account has no token to fetch
 */
export function createTokenSource(
  { tokenRequest, tls }: Pick<Account, 'tokenRequest' | 'tls'>,
  environment: TokenSurroundings['environment'],
): TokenSource | undefined {
  if (!tokenRequest) return undefined;
  let fetched: string | undefined;
  return async (tools) => {
    if (fetched === undefined) {
      const { obtainToken } = await import('./obtain.ts');
      fetched = await obtainToken(tokenRequest, tools, { environment, ca: tls.ca });
    }
    return fetched;
  };
}
