import { hostKey, type Account } from '../model/account.ts';
import { type Result, notTried } from '../model/result.ts';
import type { Limits } from './pacer.ts';

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

/**
 * Accounts in a row that a server leaves without a word before the others are not tried: few when it has
 * never said one, more when it has, since it may only have been restarted.
 */
const ENOUGH = 3;
const ENOUGH_AFTER_AN_ANSWER = 10;

interface Server {
  hasAnswered: boolean;
  silentInARow: number;
}

/**
 * Knows which servers give no sign of life, so that hundreds of accounts do not each wait until their time
 * is over, or ask for a name that does not exist. A server is a host and a port: what a firewall drops at
 * one port it may let through at another.
 */
export class Silence {
  readonly #servers = new Map<string, Server>();
  readonly #givenUp = new Map<string, Result>();

  /** Notes what the last try of an account says of its server. */
  note(result: Result): void {
    const sign = signOfLife(result);
    if (sign === undefined) return;
    const key = serverKey(result.account);
    const server = this.#servers.get(key) ?? { hasAnswered: false, silentInARow: 0 };
    this.#servers.set(key, server);
    server.hasAnswered ||= sign;
    server.silentInARow = sign ? 0 : server.silentInARow + 1;
    const enough = server.hasAnswered ? ENOUGH_AFTER_AN_ANSWER : ENOUGH;
    if (server.silentInARow >= enough) this.#givenUp.set(key, result);
  }

  /** The result after which the account's server was given up. */
  reasonToSpare(account: Account): Result | undefined {
    return this.#givenUp.get(serverKey(account));
  }
}

/** Whether the server said a word; undefined where the result tells nothing of it. */
function signOfLife({ verdict, stage, banner, reply }: Result): boolean | undefined {
  if (stage === undefined || stage === 'token' || verdict === 'cancelled') return undefined;
  const isMute = banner === undefined && reply === undefined;
  return !(isMute && (verdict === 'timeout' || verdict === 'unreachable'));
}

function serverKey({ host, port }: Pick<Account, 'host' | 'port'>): string {
  return `${hostKey(host)} ${port}`;
}

/** The result of an account whose server was given up; it has the same cause. */
export function sparedBySilence(account: Account, { verdict, trouble }: Result): Result {
  const problem = trouble?.problem ?? 'timed-out';
  const last = trouble?.detail === undefined ? problem : `${problem}, ${trouble.detail}`;
  const detail = `Not tried, because the server did not answer other accounts. The last one: ${last}`;
  return notTried(account, verdict, { problem, detail });
}
