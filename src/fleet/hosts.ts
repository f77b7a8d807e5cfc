import { hostKey } from '../smtp/account.ts';
import type { Account } from '../smtp/account.ts';
import type { Result } from '../smtp/result.ts';
import { notTried } from './not-tried.ts';
import type { Limits } from './pacer.ts';

export interface HostOptions {
  readonly maxParallel: number;
  readonly maxPerHost: number;
  readonly gapMs: number;
  readonly spread?: ReadonlyMap<string, number>;
  readonly signal: AbortSignal;
}

/**
 * Replies by which a server asks to be left alone, whatever their text: 421 closes the service for now
 * (RFC 5321 section 3.8), 454 is a temporary authentication failure and 432 wants a password transition
 * (both RFC 4954 section 6), which further logins would only delay.
 */
const LEAVE_ALONE: ReadonlySet<number> = new Set([421, 432, 454]);

/** What is known of each host while the run lasts: how much it may be asked, and whether it said "enough". */
export class Hosts implements Limits {
  readonly maxParallel: number;
  readonly #options: HostOptions;
  readonly #logins = new Map<string, number>();
  readonly #reasons = new Map<string, Result>();

  constructor(logins: readonly { readonly account: Account }[], options: HostOptions) {
    this.maxParallel = options.maxParallel;
    this.#options = options;
    for (const { account } of logins) {
      const host = hostKey(account.host);
      this.#logins.set(host, (this.#logins.get(host) ?? 0) + 1);
    }
  }

  /** Jobs that share a spread host share its limit too. What is spared or cancelled waits for nothing. */
  maxPerHost(host: string): number {
    if (this.#isOver(host)) return Infinity;
    return Math.max(1, Math.floor(this.#options.maxPerHost / this.#jobs(host)));
  }

  gapMs(host: string): number {
    return this.#isOver(host) ? 0 : this.#options.gapMs * this.#jobs(host);
  }

  /**
   * Notes what a result says of its host. A login that is the host's only one may be tried again after a
   * 421 or 454, since no other login is at stake.
   *
   * @returns whether the host may be tried again
   */
  learn(host: string, result: Result): boolean {
    const hasOthers = (this.#logins.get(host) ?? 0) > 1;
    if (hasOthers && asksToBeLeftAlone(result) && !this.#reasons.has(host)) {
      this.#reasons.set(host, result);
    }
    return !this.#reasons.has(host);
  }

  /** The result by which the host asked to be left alone. */
  reasonToSpare(host: string): Result | undefined {
    return this.#reasons.get(host);
  }

  #isOver(host: string): boolean {
    return this.#reasons.has(host) || this.#options.signal.aborted;
  }

  #jobs(host: string): number {
    return this.#options.spread?.get(host) ?? 1;
  }
}

function asksToBeLeftAlone({ trouble, reply }: Result): boolean {
  return trouble?.problem === 'throttled' || (reply !== undefined && LEAVE_ALONE.has(reply.code));
}

/**
 * The result of an account that was spared because of another one's result at the same host. It has the
 * same cause, and no reply, since none was given to it.
 */
export function spared(account: Account, { trouble, reply }: Result): Result {
  const problem = trouble?.problem ?? 'throttled';
  const said = reply ? `${reply.code} ${reply.lines.join(' ')}` : problem;
  const detail = `Not tried, because the server answered another login with: ${said}`;
  return notTried(account, 'temporary', { problem, detail });
}
