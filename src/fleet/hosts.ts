import { hostKey } from '../smtp/account.ts';
import type { Account } from '../smtp/account.ts';
import type { Result } from '../smtp/result.ts';
import { notTried } from './not-tried.ts';
import type { Limits } from './pacer.ts';
import { Silence, sparedBySilence } from './silence.ts';

export interface HostOptions {
  readonly maxParallel: number;
  readonly maxPerHost: number;
  readonly gapMs: number;
  readonly spread?: ReadonlyMap<string, number>;
}

/**
 * Replies by which a server asks to be left alone, whatever their text: 421 closes the service for now
 * (RFC 5321 section 3.8), 454 is a temporary authentication failure and 432 wants a password transition
 * (both RFC 4954 section 6), which further logins would only delay.
 */
const LEAVE_ALONE: ReadonlySet<number> = new Set([421, 432, 454]);

/** What is known of each host while the run lasts: how much it may be asked, and whether to leave it alone. */
export class Hosts implements Limits {
  readonly maxParallel: number;
  readonly #options: HostOptions;
  readonly #logins = new Map<string, number>();
  readonly #reasons = new Map<string, Result>();
  readonly #silence = new Silence();

  constructor(logins: readonly { readonly account: Account }[], options: HostOptions) {
    this.maxParallel = options.maxParallel;
    this.#options = options;
    for (const { account } of logins) {
      const host = hostKey(account.host);
      this.#logins.set(host, (this.#logins.get(host) ?? 0) + 1);
    }
  }

  /** Jobs that share a spread host share its limit too. */
  maxPerHost(host: string): number {
    return Math.max(1, Math.floor(this.#options.maxPerHost / this.#jobs(host)));
  }

  gapMs(host: string): number {
    return this.#options.gapMs * this.#jobs(host);
  }

  /**
   * Notes what one try says of its host. A login that is the host's only one may be tried again after a
   * 421 or 454, since no other login is at stake.
   *
   * @returns whether the account may be tried again
   */
  learn(account: Account, result: Result): boolean {
    const host = hostKey(account.host);
    const hasOthers = (this.#logins.get(host) ?? 0) > 1;
    if (hasOthers && asksToBeLeftAlone(result) && !this.#reasons.has(host)) {
      this.#reasons.set(host, result);
    }
    return this.spare(account) === undefined;
  }

  /** Notes the result of an account that was tried. */
  conclude(result: Result): void {
    this.#silence.note(result);
  }

  /** The account's result where it must not be tried, because of what is known of its host. */
  spare(account: Account): Result | undefined {
    const throttling = this.#reasons.get(hostKey(account.host));
    if (throttling) return spared(account, throttling);
    const silence = this.#silence.reasonToSpare(account);
    return silence && sparedBySilence(account, silence);
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
function spared(account: Account, { trouble, reply }: Result): Result {
  const problem = trouble?.problem ?? 'throttled';
  const said = reply ? `${reply.code} ${reply.lines.join(' ')}` : problem;
  const detail = `Not tried, because the server answered another login with: ${said}`;
  return notTried(account, 'temporary', { problem, detail });
}
