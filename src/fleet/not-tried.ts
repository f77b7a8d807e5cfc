import type { Account } from '../smtp/account.ts';
import { type Result, subjectOf, type Trouble, type Verdict } from '../smtp/result.ts';

/** The result of an account for which no connection was made. */
export function notTried(account: Account, verdict: Verdict, trouble: Trouble): Result {
  return {
    account: subjectOf(account),
    verdict,
    trouble,
    offered: [],
    authSent: false,
    credentialSent: false,
    stages: [],
    durationMs: 0,
    transcript: [],
    earlierTries: [],
  };
}
