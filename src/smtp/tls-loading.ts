import type { Account } from './account.ts';

/** TLS as it is known once it has been loaded. */
export type Tls = typeof import('./channel.ts');

/**
 * Loads what TLS needs and makes it ready. `node:tls` takes longer to load than all the rest of this program,
 * so that is done while the connection is being made.
 *
 * @returns undefined for an account that wants no TLS
 */
export async function loadTls(account: Account): Promise<Tls | undefined> {
  if (account.tlsMode === 'none') return undefined;
  const tls = await import('./channel.ts');
  tls.prepareChannel(account);
  return tls;
}
