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
  { credential, tls }: Pick<Account, 'credential' | 'tls'>,
  environment: TokenSurroundings['environment'],
): TokenSource | undefined {
  if (credential.kind !== 'token-request') return undefined;
  let fetched: string | undefined;
  return async (tools) => {
    if (fetched === undefined) {
      const { obtainToken } = await import('./obtain.ts');
      fetched = await obtainToken(credential.request, tools, { environment, ca: tls.ca });
    }
    return fetched;
  };
}
