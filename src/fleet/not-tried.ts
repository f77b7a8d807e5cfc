import type { Account } from '../smtp/account.ts';
import type { Result, Subject, Trouble, Verdict } from '../smtp/result.ts';

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

/** Named one by one, so that no secret that an account gains can slip into a report. */
export function subjectOf(account: Account): Subject {
  const { host, port, username, tlsMode, mechanism, certificateWarnDays, expect } = account;
  return { host, port, username, tlsMode, mechanism, certificateWarnDays, expect };
}
