import { type Account, hostKey } from '../model/account.ts';
import type { Checked } from '../model/diagnosis.ts';
import { isLocalLimit } from '../model/failure.ts';
import type { Skipped } from '../model/observation.ts';
import type { Limits } from './lanes.ts';
import { isAboutProxy, Proxies, wayKey } from './proxies.ts';
import { skipAfter } from './skip.ts';

export interface HostOptions {
  readonly maxParallel: number;
  readonly maxPerHost: number;
  readonly gapMs: number;
  readonly spread?: ReadonlyMap<string, number>;
}

/**
 * What is known of each host while the run lasts: how much it may be asked, and whether to leave it alone, because it
 * wants fewer logins or because it does not respond.
 */
export class Hosts implements Limits {
  readonly maxParallel: number;
  readonly #options: HostOptions;
  readonly #logins = new Map<string, number>();
  readonly #throttling = new Map<string, Skipped>();
  readonly #silence = new Silence();
  readonly #proxies = new Proxies();

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
   * Notes what one attempt says of its host. A login that is the host's only one may be tried again, since no other
   * login is at stake.
   *
   * @returns whether the account may be tried again
   */
  learn(account: Account, result: Checked): boolean {
    const hasOthers = (this.#logins.get(hostKey(account.host)) ?? 0) > 1;
    const key = hostAndWay(account);
    if (hasOthers && result.diagnosis.throttlesHost && !this.#throttling.has(key)) {
      this.#throttling.set(key, skipAfter(result, 'host-throttles'));
    }
    return this.reasonToSkip(account) === undefined;
  }

  /**
   * Waits until an account may be begun: the first one with a login for a proxy goes alone.
   *
   * @returns what has to be called at its end
   */
  begin(account: Account): Promise<() => void> | (() => void) {
    return this.#proxies.begin(account);
  }

  /** Notes the result of an account that was tried. */
  conclude(account: Account, result: Checked): void {
    this.#silence.note(account, result);
    this.#proxies.note(account, result);
  }

  /** Why the account must not be tried, because of what is known of its host. */
  reasonToSkip(account: Account): Skipped | undefined {
    return (
      this.#throttling.get(hostAndWay(account)) ??
      this.#silence.reasonToSkip(account) ??
      this.#proxies.reasonToSkip(account)
    );
  }

  #jobs(host: string): number {
    return this.#options.spread?.get(host) ?? 1;
  }
}

/**
 * Accounts in a row to which a server does not respond before the others are skipped: few when it has never responded,
 * more when it has, since it may only have been restarted.
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
class Silence {
  readonly #servers = new Map<string, Server>();
  readonly #givenUp = new Map<string, Skipped>();

  note(account: Account, result: Checked): void {
    const sign = signOfLife(result);
    if (sign === undefined) return;
    const key = serverKey(account);
    const server = this.#servers.get(key) ?? { hasAnswered: false, silentInARow: 0 };
    this.#servers.set(key, server);
    server.hasAnswered ||= sign;
    server.silentInARow = sign ? 0 : server.silentInARow + 1;
    const enough = server.hasAnswered ? ENOUGH_AFTER_AN_ANSWER : ENOUGH;
    if (server.silentInARow >= enough) this.#givenUp.set(key, skipAfter(result, 'host-silent'));
  }

  reasonToSkip(account: Account): Skipped | undefined {
    return this.#givenUp.get(serverKey(account));
  }
}

/** Whether the server sent a reply; undefined where the result tells nothing of it. */
function signOfLife(result: Checked): boolean | undefined {
  const { diagnosis, failure, stage, banner, reply } = result;
  const { verdict } = diagnosis;
  if (isLocalLimit(failure?.code)) return undefined;
  if (stage === undefined || stage === 'token' || verdict === 'cancelled') return undefined;
  if (isAboutProxy(result)) return undefined;
  const isMute = banner === undefined && reply === undefined;
  return !(isMute && (verdict === 'timeout' || verdict === 'unreachable'));
}

/** What one proxy cannot reach another one can, and a host that limits an address limits that of the proxy. */
function hostAndWay({ host, proxy }: Account): string {
  return `${hostKey(host)}${wayKey(proxy)}`;
}

function serverKey(account: Account): string {
  return `${hostAndWay(account)} ${account.port}`;
}
