import { hostKey } from '../smtp/account.ts';
import type { Account } from '../smtp/account.ts';
import type { Result } from '../smtp/result.ts';
import { notTried } from './not-tried.ts';

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
