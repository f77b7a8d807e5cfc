import type { Reply } from '../smtp/reply-reader.ts';
import type { Verdict } from './result.ts';

/**
 * Everything that can go wrong, and the verdict each problem leads to. A verdict is never chosen
 * anywhere else: whoever notices a problem names it, and this table judges.
 */
export const PROBLEMS = {
  'credential-refused': 'rejected',
  'token-refused': 'rejected',

  'temporary-failure': 'temporary',
  throttled: 'temporary',
  'token-unavailable': 'temporary',

  'timed-out': 'timeout',

  'name-not-found': 'unreachable',
  'name-lookup-failed': 'unreachable',
  'connection-refused': 'unreachable',
  'network-unreachable': 'unreachable',
  'connection-lost': 'unreachable',
  'service-refused': 'unreachable',
  'token-endpoint-unreachable': 'unreachable',

  'starttls-missing': 'tls',
  'starttls-refused': 'tls',
  'starttls-injection': 'tls',
  'tls-not-spoken': 'tls',
  'tls-version': 'tls',
  'tls-handshake': 'tls',
  'tls-required': 'tls',
  'client-certificate-required': 'tls',
  'certificate-expired': 'tls',
  'certificate-not-yet-valid': 'tls',
  'certificate-name-mismatch': 'tls',
  'certificate-self-signed': 'tls',
  'certificate-unknown-ca': 'tls',
  'certificate-wrong-usage': 'tls',
  'certificate-weak': 'tls',
  'certificate-pin-mismatch': 'tls',
  'certificate-untrusted': 'tls',
  'token-endpoint-tls': 'tls',

  'tls-expected': 'protocol',
  'not-smtp': 'protocol',
  'malformed-reply': 'protocol',
  'reply-too-long': 'protocol',
  'unsolicited-bytes': 'protocol',
  'unexpected-reply': 'protocol',
  'ehlo-refused': 'protocol',
  'challenge-not-understood': 'protocol',
  'too-many-challenges': 'protocol',
  'premature-success': 'protocol',
  'challenge-malformed': 'protocol',
  'iterations-out-of-bounds': 'protocol',
  'server-not-authentic': 'protocol',
  'token-reply-malformed': 'protocol',

  'auth-not-offered': 'unsupported',
  'mechanism-not-offered': 'unsupported',
  'mechanism-refused': 'unsupported',
  'channel-binding-unavailable': 'unsupported',
  // The credential is good, so this is not `rejected`: nobody should change a password because of it.
  'sender-refused': 'unsupported',
  'recipient-refused': 'unsupported',

  'input-invalid': 'config',
  'token-request-invalid': 'config',
  'secret-empty': 'config',
  /** Our own fault: nothing is known of the account, so nothing about it is said. */
  'internal-error': 'config',

  cancelled: 'cancelled',
} as const satisfies Record<string, Verdict>;

export type Problem = keyof typeof PROBLEMS;

/** What a Failure may carry beside its problem. */
export interface FailureFacts {
  readonly reply?: Reply;
  /** The other side's or the platform's own words; hostile until `printable` has seen them. */
  readonly detail?: string;
  readonly cause?: unknown;
}

/** Thrown inside a check, caught once in `check()`. It says what happened, never what it means. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly problem: Problem;
  readonly reply: Reply | undefined;
  readonly detail: string | undefined;

  constructor(problem: Problem, facts: FailureFacts = {}) {
    super(problem, { cause: facts.cause });
    this.problem = problem;
    this.reply = facts.reply;
    this.detail = facts.detail;
  }

  get verdict(): Verdict {
    return PROBLEMS[this.problem];
  }
}
