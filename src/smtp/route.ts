import type { Socket } from 'node:net';
import type { Account } from '../model/account.ts';
import type { Problem } from '../model/cause.ts';
import { Failure } from '../model/failure.ts';
import type { Proxy } from '../model/mail-proxy.ts';
import type { TriedAddress } from '../model/observation.ts';
import type { Stage } from '../model/verdict.ts';
import { findAddresses } from '../platform/addresses.ts';
import type { Deadline } from '../platform/clock.ts';
import { networkFailure } from './network-failure.ts';
import { connect } from './tcp.ts';

/** Of a host with more addresses the first ones; large providers publish up to sixteen. */
const MAX_ADDRESSES = 6;
/** Addresses that accept a connection and then say nothing; a company that turns this client away does so everywhere. */
const MAX_USELESS = 3;
/**
 * Milliseconds that an address has to accept the connection while others are left. Well above any honest round trip
 * and the 1 s after which a lost SYN is sent again (RFC 6298 section 2.1).
 */
const CONNECT_MS = 1500;

/** How an address failed, and in which stage. */
interface Visit {
  readonly address: string;
  stage: Stage;
  failure?: Failure;
}

/** The addresses of one host, tried one after the other within one deadline. */
export class Route {
  readonly #account: Pick<Account, 'host' | 'port' | 'proxy'>;
  readonly #deadline: Deadline;
  readonly #visits: Visit[] = [];
  #left: string[] | undefined;
  #useless = 0;

  constructor(account: Pick<Account, 'host' | 'port' | 'proxy'>, deadline: Deadline) {
    this.#account = account;
    this.#deadline = deadline;
  }

  /** Whether another address may be tried. */
  get hasMore(): boolean {
    return this.#left !== undefined && this.#left.length > 0 && this.#useless < MAX_USELESS - 1;
  }

  /** Milliseconds that this address may use: half of what is left while others wait, or all of it. */
  get shareMs(): number {
    return this.#deadline.remainingMs() / (this.hasMore ? 2 : 1);
  }

  /** The address that was tried last. */
  get address(): string | undefined {
    return this.#visits.at(-1)?.address;
  }

  /** Every address that was tried, when there was more than one. */
  get tried(): readonly TriedAddress[] | undefined {
    if (this.#visits.length < 2) return undefined;
    return this.#visits.map(({ address, failure }) => ({
      address,
      ...(failure && { problem: failure.problem }),
    }));
  }

  /**
   * Connects to the next address that accepts a connection. A proxy is told the name and chooses the address.
   *
   * @param isRepeated whether to connect to the same address once more instead
   * @param onAttempt called when an attempt is on its way
   * @throws Failure when there is none; the signal's reason when it is aborted
   */
  async connect(isRepeated: boolean, onAttempt?: () => void): Promise<Socket> {
    if (this.#account.proxy) return this.#connectThrough(this.#account.proxy, onAttempt);
    if (isRepeated) return this.#connectTo(this.address ?? '', onAttempt);
    this.#left ??= await this.#find();
    for (;;) {
      const address = this.#left.shift() ?? '';
      this.#visits.push({ address, stage: 'connect' });
      try {
        return await this.#connectTo(address, onAttempt);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        if (this.#deadline.signal.aborted || !this.fail(error, 'connect')) throw error;
      }
    }
  }

  /**
   * Keeps why the current address failed.
   *
   * @returns whether there is another one to try
   */
  fail(failure: Failure, stage: Stage): boolean {
    const { hasMore } = this;
    Object.assign(this.#visits.at(-1) ?? {}, { failure, stage });
    if (stage !== 'connect') this.#useless += 1;
    return hasMore;
  }

  /** The failure that says most about the host: of the address that got furthest, and of the last one of those. */
  get mostTelling(): Required<Visit> | undefined {
    const failed = this.#visits.filter((visit): visit is Required<Visit> => !!visit.failure);
    return failed.sort((a, b) => rank(a) - rank(b)).at(-1);
  }

  async #connectThrough(proxy: Proxy, onAttempt?: () => void): Promise<Socket> {
    const { openThrough } = await import('./proxy/through.ts');
    return openThrough(proxy, { target: this.#account, deadline: this.#deadline }, onAttempt);
  }

  #connectTo(address: string, onAttempt?: () => void): Promise<Socket> {
    const silenceMs = this.hasMore ? Math.min(CONNECT_MS, this.shareMs) : undefined;
    const { signal } = this.#deadline;
    return connect(address, this.#account.port, { signal, silenceMs }, onAttempt);
  }

  async #find(): Promise<string[]> {
    const { signal } = this.#deadline;
    try {
      return (await findAddresses(this.#account.host, signal)).slice(0, MAX_ADDRESSES);
    } catch (error) {
      signal.throwIfAborted();
      throw networkFailure(error as NodeJS.ErrnoException);
    }
  }
}

/** Least telling first. An address that is out of reach says more about the network than about the host. */
const ORDER: readonly Problem[] = ['network-unreachable', 'timed-out', 'connection-refused'];

function rank({ stage, failure }: Required<Visit>): number {
  const order = ORDER.indexOf(failure.problem);
  return stage !== 'connect' || order === -1 ? ORDER.length : order;
}
