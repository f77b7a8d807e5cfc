import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from '../smtp/account.ts';
import { check } from '../smtp/check.ts';
import type { EarlierTry, Result, Verdict } from '../smtp/result.ts';

/** Milliseconds before the first retry; every further pause is twice as long. */
const FIRST_PAUSE_MS = 1000;

/**
 * Checks one account and tries again where the result says nothing about the credential. All tries and
 * pauses share the account's one deadline.
 *
 * @param signal cancels everything
 * @param mayRetry asked before each further try; it sees the result that would be repeated
 */
export async function checkWithRetries(
  account: Account,
  signal: AbortSignal,
  mayRetry: (result: Result) => boolean = () => true,
): Promise<Result> {
  const endsAt = performance.now() + account.timeoutMs;
  const earlierTries: EarlierTry[] = [];
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
    const result = await check(account, { timeoutMs: endsAt - performance.now(), signal });
    const isAllowed = mayRetry(result) && saysNothing(result);
    const hasTime = performance.now() + pauseMs < endsAt;
    const answer = { ...result, earlierTries };
    if (!isAllowed || !hasTime || earlierTries.length >= account.retries) return answer;
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined); // the next try says `cancelled`
    if (!mayRetry(result)) return answer;
    earlierTries.push(summarise(result));
  }
}

const RETRYABLE: ReadonlySet<Verdict> = new Set(['temporary', 'unreachable', 'timeout']);

/**
 * Law 2: only a result without any judgement on the credential may be tried again. Once AUTH has been
 * sent, only the server's own "temporary" proves that; a connection that merely broke may have been a
 * failed login. A server that wants fewer logins is obeyed.
 */
function saysNothing({ verdict, trouble, reply, authSent }: Result): boolean {
  const isTemporary = reply !== undefined && reply.code >= 400 && reply.code <= 499;
  if (trouble?.problem === 'throttled') return false;
  if (trouble?.problem === 'name-not-found' || trouble?.problem === 'service-refused') return false;
  return isTemporary || (RETRYABLE.has(verdict) && !authSent);
}

function summarise(result: Result): EarlierTry {
  const { verdict, stage, trouble, reply, durationMs } = result;
  return { verdict, stage, problem: trouble?.problem, code: reply?.code, durationMs };
}
