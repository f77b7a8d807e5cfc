import { setTimeout as sleep } from 'node:timers/promises';
import { diagnose, findInputWarnings } from '../diagnosis/diagnose.ts';
import type { Account } from '../model/account.ts';
import { secretsOf } from '../model/account-secrets.ts';
import type { Checked, EarlierAttempt } from '../model/diagnosis.ts';
import { now } from '../platform/clock.ts';
import type { Secrets } from '../safety/secrets.ts';
import { check } from '../smtp/check.ts';
import { createTokenSource } from '../token/source.ts';

/** Milliseconds before the first retry; every further pause is twice as long. */
const FIRST_PAUSE_MS = 1000;

export interface RetryOptions {
  /** Cancels everything. */
  readonly signal: AbortSignal;
  /** Where a GitHub runner says how to get an OIDC token. */
  readonly environment: NodeJS.ProcessEnv;
  /** Asked before each further attempt; it sees the result that would be repeated. */
  readonly mayRetry: (result: Checked) => boolean;
  /** The secrets of the run. */
  readonly secrets: Secrets;
}

/**
 * Checks one account, and again where the diagnosis allows it. All attempts and pauses share the account's one deadline,
 * and an access token is fetched once for all of them.
 */
export async function checkWithRetries(account: Account, options: RetryOptions): Promise<Checked> {
  const { signal, environment } = options;
  const secrets = options.secrets.forAccount(secretsOf(account));
  const obtainToken = createTokenSource(account, environment);
  const endsAt = now() + account.timeoutMs;
  const earlierAttempts: EarlierAttempt[] = [];
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
    const timeoutMs = endsAt - now();
    const observation = await check(account, { signal, obtainToken, secrets, timeoutMs });
    const inputWarnings = await findInputWarnings(observation, account);
    const diagnosis = await diagnose(observation, inputWarnings);
    const result = { ...observation, diagnosis, earlierAttempts, inputWarnings };
    const isAllowed = options.mayRetry(result) && diagnosis.mayRetry;
    const waitMs = Math.max(pauseMs, observation.failure?.token?.retryAfterMs ?? 0);
    const hasTime = now() + waitMs < endsAt;
    if (!isAllowed || !hasTime || earlierAttempts.length >= account.retries) return result;
    await sleep(waitMs, undefined, { signal }).catch(() => undefined); // the next attempt says `cancelled`
    if (!options.mayRetry(result)) return result;
    earlierAttempts.push(summarise(result));
  }
}

function summarise({ stage, reply, durationMs, diagnosis }: Checked): EarlierAttempt {
  const { verdict, cause } = diagnosis;
  return { verdict, stage, cause, code: reply?.code, durationMs };
}
