import type { Account } from '../../model/account.ts';
import type { Problem } from '../../model/cause.ts';
import { Failure, type FailureFacts } from '../../model/failure.ts';
import type { Proxy, ProxyFailure, ProxyStep } from '../../model/mail-proxy.ts';
import type { Deadline } from '../../platform/clock.ts';

/** What a proxy is asked. */
export interface Asking {
  /** The server to connect to. The proxy looks up its name. */
  readonly target: Pick<Account, 'host' | 'port'>;
  readonly deadline: Deadline;
}

/** What makes the failures of one talk with a proxy, which know how far it got. */
export class ProxyTalk {
  /** How far it got. */
  step: ProxyStep = 'reach';
  readonly proxy: Proxy;

  constructor(proxy: Proxy) {
    this.proxy = proxy;
  }

  /** @param known what the proxy answered, as far as it is known */
  fail(
    problem: Problem,
    known: Partial<ProxyFailure> = {},
    facts: Omit<FailureFacts, 'proxy'> = {},
  ): Failure {
    const hasLogin = this.proxy.login !== undefined;
    const { code = codeOf(known) } = facts;
    return new Failure(problem, {
      ...facts,
      ...(code !== undefined && { code }),
      proxy: { step: this.step, hasLogin, ...known },
    });
  }

  /**
   * The failure of the connection to the proxy. The mail server has no part in it, whatever Node calls it.
   *
   * @param failure as it is for a server
   */
  lost(failure: Failure): Failure {
    const { code, detail, problem } = failure;
    const facts = {
      ...(code !== undefined && { code }),
      ...(detail !== undefined && { detail }),
      cause: failure,
    };
    if (problem === 'cancelled') return failure;
    if (problem === 'timed-out') return this.fail('proxy-timed-out', {}, { cause: failure });
    return this.fail('proxy-unreachable', { problem }, facts);
  }
}

/** The name for what a proxy replied, such as `PROXY_STATUS_403`. */
function codeOf({ status, socksReply }: Partial<ProxyFailure>): string | undefined {
  if (status !== undefined) return `PROXY_STATUS_${status}`;
  return socksReply === undefined ? undefined : `PROXY_REPLY_${socksReply}`;
}
