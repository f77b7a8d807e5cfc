import { type Account, hostKey } from '../model/account.ts';
import type { Cause } from '../model/cause.ts';
import type { Checked } from '../model/diagnosis.ts';
import type { Skipped } from '../model/observation.ts';
import { proxyAddress } from '../model/mail-proxy.ts';
import { skipAfter } from './skip.ts';

/** Failures that are about the proxy, whatever server it was to connect to. */
const ABOUT_PROXY: ReadonlySet<Cause> = new Set(['proxy-authentication', 'proxy-protocol']);
/** The same, unless the proxy was connecting to the mail server already. */
const ABOUT_PROXY_BEFORE: ReadonlySet<Cause> = new Set(['proxy-unreachable', 'proxy-timed-out']);

/** Whether a result tells of the proxy and nothing of the mail server. */
export function isAboutProxy({ diagnosis: { cause }, failure }: Checked): boolean {
  if (ABOUT_PROXY.has(cause)) return true;
  return ABOUT_PROXY_BEFORE.has(cause) && failure?.proxy?.step !== 'open';
}

/** Names the proxy of an account; empty for a direct connection. */
export function wayKey(proxy: Account['proxy']): string {
  return proxy ? ` by ${proxyAddress({ ...proxy, host: hostKey(proxy.host) })}` : '';
}

/** Accounts in a row for which a proxy fails before the others are skipped. */
const FAILURES_ENOUGH = 3;

/**
 * Knows which proxies fail, so that hundreds of accounts do not each find that out. A login that a proxy has rejected is
 * not shown to it again: that would be a failed login each time, and could lock the account of the proxy's user.
 */
export class Proxies {
  readonly #failedInARow = new Map<string, number>();
  readonly #skipped = new Map<string, Skipped>();

  /** Notes the result of an account that was tried. */
  note(account: Account, result: Checked): void {
    const { cause } = result.diagnosis;
    if (!account.proxy || result.stage === undefined || result.stage === 'token') return;
    const key = keyOf(account);
    const failed = isAboutProxy(result) ? (this.#failedInARow.get(key) ?? 0) + 1 : 0;
    this.#failedInARow.set(key, failed);
    const enough = cause === 'proxy-authentication' ? 1 : FAILURES_ENOUGH;
    if (failed >= enough) this.#skipped.set(key, skipAfter(result, 'proxy-fails'));
  }

  /** Why the account must not be tried, because of what is known of its proxy. */
  reasonToSkip(account: Account): Skipped | undefined {
    return account.proxy && this.#skipped.get(keyOf(account));
  }
}

/** Another login at the same proxy may be accepted. */
function keyOf({ proxy }: Account): string {
  const { username = '', password = '' } = proxy?.login ?? {};
  return JSON.stringify([wayKey(proxy), username, password]);
}
