import type { Cause } from '../model/cause.ts';
import type { Diagnosis, InputWarning } from '../model/diagnosis.ts';
import type { Observation } from '../model/observation.ts';
import { type Reply, replyText, severityOf } from '../model/reply.ts';
import type { Verdict } from '../model/verdict.ts';
import { advise, type Failed } from './advice.ts';
import { endsTooSoon } from './certificate-lifetime.ts';
import { lookAhead } from './notices.ts';
import { judgeReply } from './judge-reply.ts';
import { VERDICT_OF_CAUSE } from './verdicts.ts';
import { tokenCauseOf } from './words/token.ts';

/**
 * Judges everything that is not an accepted login. Only `diagnose` calls it.
 *
 * @param warnings what looked wrong with the inputs before anything was sent
 */
export function judgeFailure(
  observation: Observation,
  warnings: readonly InputWarning[],
): Diagnosis {
  const failed = judgeCause(observation);
  const provesDead = isProof(failed, observation);
  const { expect } = observation.account;
  const passed = expect === 'rejected' && provesDead;
  return {
    verdict: failed.verdict,
    cause: failed.cause,
    passed,
    ...advise(failed, observation, { warnings, passed }),
    mayRetry: mayRetry(failed, observation),
    throttlesHost: throttlesHost(failed, observation),
    provesDead,
    notices: lookAhead(observation, { isAccepted: false }),
  };
}

function judgeCause(observation: Observation): Failed {
  const { failure, skipped, reply } = observation;
  if (skipped) return { cause: skipped.cause, verdict: skipped.verdict, reply: undefined };
  if (endsTooSoon(observation)) return CERTIFICATE_ENDS;
  // Neither a proof of a login nor a failure is a fault of this program, and never a pass.
  const problem = failure?.problem ?? 'internal-error';
  if (problem === 'refused') {
    if (!reply) return { cause: 'internal-error', verdict: 'config', reply: undefined };
    const judged = judgeReply({ ...observation, reply });
    if (observation.tokenExpired && judged.verdict === 'rejected') return EXPIRED_TOKEN;
    return { cause: judged.cause, verdict: judged.verdict, reply: judged };
  }
  const cause = tokenCauseOf(observation) ?? problem;
  return { cause, verdict: VERDICT_OF_CAUSE[cause], reply: undefined };
}

/** The login works; what fails is the server's certificate, soon. */
const CERTIFICATE_ENDS: Failed = {
  cause: 'certificate-expires-soon',
  verdict: 'tls',
  reply: undefined,
};

/** A token that had expired by its own word when it was rejected; a new one may be accepted. */
const EXPIRED_TOKEN: Failed = {
  cause: 'token-unavailable',
  verdict: 'temporary',
  reply: undefined,
};

/** The causes that can be proof that a credential is dead, if the words are plain. */
const DEAD: ReadonlySet<Cause> = new Set([
  'wrong-credentials',
  'access-token-refused',
  'credential-refused',
]);

/**
 * Proof needs a permanent reply, to a credential that the server had seen whole, in words that plainly call it wrong and
 * say nothing else; or a bare `535 5.7.8` (RFC 4954 section 6: "authentication credentials invalid").
 */
function isProof({ cause, verdict, reply: judged }: Failed, observation: Observation): boolean {
  const { reply, credentialSent, acceptance } = observation;
  if (!judged || !reply || !credentialSent || acceptance) return false;
  if (verdict !== 'rejected' || severityOf(reply) !== 'permanent' || !DEAD.has(cause)) return false;
  if (CONTRADICTING.test(reply.enhanced ?? '')) return false;
  if (judged.refusal === 'plain' || isBare(reply)) return true;
  return judged.refusal === 'failed' && reply.code === 535;
}

/**
 * Enhanced codes that speak of something else than the credential (RFC 3463, RFC 5248): 4.x.x is temporary, x.2 to x.4
 * are mailbox, system and network status, x.7.9 to x.7.14 mechanism, encryption, transition, disabled account and trust.
 */
const CONTRADICTING = /^(?:4\.|5\.[2-4]\.|5\.7\.(?:9|1[0-4])$)/;

function isBare(reply: Reply): boolean {
  return reply.code === 535 && reply.enhanced === '5.7.8' && replyText(reply) === '';
}

const RETRYABLE: ReadonlySet<Verdict> = new Set(['unreachable', 'timeout', 'temporary']);
/** Where another attempt would meet the same answer. */
const LASTING: ReadonlySet<Cause> = new Set([
  'name-not-found',
  'proxy-refused',
  'service-refused',
  'client-address-refused',
  'throttled',
  'ehlo-refused',
]);

/**
 * Law 2: only a result without any judgement on the credential may be tried again. Once AUTH has been sent, only the
 * server's own "temporary" proves that; a connection that merely broke may have been a failed login.
 */
function mayRetry({ cause, verdict, reply: judged }: Failed, observation: Observation): boolean {
  const { authSent, stage, reply, skipped } = observation;
  if (skipped || stage === 'mail' || LASTING.has(cause)) return false;
  if (judged && reply) {
    const isPassing = cause === 'temporary-failure' || cause === 'starttls-refused';
    return isPassing && severityOf(reply) === 'transient' && judged.refusal === undefined;
  }
  return RETRYABLE.has(verdict) && !authSent;
}

/**
 * Whether the server asked for fewer logins, by its words or by closing the service for now (421, RFC 5321 section
 * 3.8): further logins would only make it worse for the other accounts.
 */
function throttlesHost({ cause }: Failed, { reply, skipped }: Observation): boolean {
  if (skipped) return false;
  return cause === 'throttled' || (reply?.code === 421 && cause === 'temporary-failure');
}
