import { setTimeout as sleep } from 'node:timers/promises';
import { causeOf, isRefinement } from '../diagnosis/causes.ts';
import { now } from '../platform/clock.ts';
import { loadKnowledge } from '../diagnosis/knowledge.ts';
import type { Account } from '../model/account.ts';
import { check } from '../smtp/check.ts';
import { createTokenSource } from '../token/source.ts';
import type { EarlierTry, Result, Verdict } from '../model/result.ts';

/** Milliseconds before the first retry; every further pause is twice as long. */
const FIRST_PAUSE_MS = 1000;

export interface RetryOptions {
  /** Cancels everything. */
  readonly signal: AbortSignal;
  /** Asked before each further try; it sees the result that would be repeated. */
  readonly mayRetry?: (result: Result) => boolean;
  /** Told of every secret that comes into being, before it is used. */
  readonly onSecret?: ((secret: string) => void) | undefined;
}

/**
 * Checks one account and tries again where the result says nothing about the credential. All tries and
 * pauses share the account's one deadline, and an access token is fetched once for all of them.
 */
export async function checkWithRetries(
  account: Account,
  { signal, mayRetry = () => true, onSecret }: RetryOptions,
): Promise<Result> {
  const options = { signal, onSecret, obtainToken: createTokenSource(account, process.env) };
  const endsAt = now() + account.timeoutMs;
  const earlierTries: EarlierTry[] = [];
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
    const result = await check(account, { ...options, timeoutMs: endsAt - now() });
    if (result.trouble) await loadKnowledge();
    const isAllowed = mayRetry(result) && saysNothing(result);
    const hasTime = now() + pauseMs < endsAt;
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
function saysNothing(result: Result): boolean {
  const { verdict, trouble, reply, authSent, stage } = result;
  if (stage === 'mail') return false; // the login has been judged, and would be made again
  // Some servers refuse for good under a temporary code, such as 435 4.7.8; their words tell.
  const cause = causeOf(result);
  if (cause === 'throttled' || isRefinement(cause)) return false;
  const isTemporary = reply !== undefined && reply.code >= 400 && reply.code <= 499;
  if (trouble?.problem === 'name-not-found' || trouble?.problem === 'service-refused') return false;
  return isTemporary || (RETRYABLE.has(verdict) && !authSent);
}

function summarise(result: Result): EarlierTry {
  const { verdict, stage, trouble, reply, durationMs } = result;
  return { verdict, stage, problem: trouble?.problem, code: reply?.code, durationMs };
}
