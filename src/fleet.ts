import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './smtp/account.ts';
import { check } from './smtp/check.ts';
import { createTokenSource } from './token/source.ts';
import type { EarlierTry, Result, Verdict } from './smtp/result.ts';

/** Milliseconds before the first retry; every further pause is twice as long. */
const FIRST_PAUSE_MS = 1000;

/**
 * Checks one account and tries again where the result says nothing about the credential. All tries and
 * pauses share the account's one deadline.
 *
 * @param signal cancels everything
 * @param onSecret told of every secret that comes into being, before it is used
 */
export async function checkWithRetries(
  account: Account,
  signal: AbortSignal,
  onSecret?: (secret: string) => void,
): Promise<Result> {
  const options = { signal, onSecret, obtainToken: createTokenSource(account, process.env) };
  const endsAt = performance.now() + account.timeoutMs;
  const earlierTries: EarlierTry[] = [];
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
    const result = await check(account, { ...options, timeoutMs: endsAt - performance.now() });
    const mayRetry = earlierTries.length < account.retries && saysNothing(result);
    if (!mayRetry || performance.now() + pauseMs >= endsAt) return { ...result, earlierTries };
    earlierTries.push(summarise(result));
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined); // the next try says `cancelled`
  }
}

const RETRYABLE: ReadonlySet<Verdict> = new Set(['temporary', 'unreachable', 'timeout']);

/**
 * Law 2: only a result without any judgement on the credential may be tried again. Once AUTH has been
 * sent, only the server's own "temporary" proves that; a connection that merely broke may have been a
 * failed login. A server that wants fewer logins is obeyed.
 */
function saysNothing({ verdict, trouble, reply, authSent, stage }: Result): boolean {
  if (stage === 'mail') return false; // the login has been judged, and would be made again
  const isTemporary = reply !== undefined && reply.code >= 400 && reply.code <= 499;
  if (trouble?.problem === 'throttled') return false;
  if (trouble?.problem === 'name-not-found' || trouble?.problem === 'service-refused') return false;
  return isTemporary || (RETRYABLE.has(verdict) && !authSent);
}

function summarise(result: Result): EarlierTry {
  const { verdict, stage, trouble, reply, durationMs } = result;
  return { verdict, stage, problem: trouble?.problem, code: reply?.code, durationMs };
}
