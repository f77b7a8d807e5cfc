import type { Cause } from '../model/cause.ts';
import type { Verdict } from '../model/verdict.ts';

/**
 * The verdict of each cause. A verdict answers one question: what does this say about the credential? Where a cause
 * can have two verdicts, this is the one of a permanent reply to AUTH; `reply-verdict` in refusal.ts decides the others.
 */
export const VERDICT_OF_CAUSE = {
  none: 'accepted',

  'credential-refused': 'rejected',
  'wrong-credentials': 'rejected',
  'ambiguous-refusal': 'rejected',
  'app-password-required': 'rejected',
  'oauth-required': 'rejected',
  'access-token-refused': 'rejected',
  'smtp-auth-disabled': 'rejected',
  'account-locked': 'rejected',
  'password-change-required': 'rejected',
  'client-address-refused': 'rejected',
  'sign-in-policy': 'rejected',
  'quota-exceeded': 'rejected',
  'login-malformed': 'rejected',
  'token-refused': 'rejected',

  'temporary-failure': 'temporary',
  throttled: 'temporary',
  'token-unavailable': 'temporary',

  'timed-out': 'timeout',
  'proxy-timed-out': 'timeout',

  'name-not-found': 'unreachable',
  'name-lookup-failed': 'unreachable',
  'connection-refused': 'unreachable',
  'network-unreachable': 'unreachable',
  'connection-lost': 'unreachable',
  'service-refused': 'unreachable',
  'token-endpoint-unreachable': 'unreachable',
  'proxy-unreachable': 'unreachable',
  'proxy-refused': 'unreachable',
  'proxy-target-unreachable': 'unreachable',

  'starttls-missing': 'tls',
  'starttls-refused': 'tls',
  'starttls-injection': 'tls',
  'tls-not-spoken': 'tls',
  'tls-version': 'tls',
  'tls-handshake': 'tls',
  'tls-no-common-cipher': 'tls',
  'tls-weak-parameters': 'tls',
  'tls-name-unknown': 'tls',
  'tls-required': 'tls',
  'client-certificate-required': 'tls',
  'client-certificate-rejected': 'tls',
  'certificate-expired': 'tls',
  'certificate-not-yet-valid': 'tls',
  'certificate-name-mismatch': 'tls',
  'certificate-self-signed': 'tls',
  'certificate-unknown-ca': 'tls',
  'certificate-wrong-usage': 'tls',
  'certificate-weak': 'tls',
  'certificate-pin-mismatch': 'tls',
  'certificate-expires-soon': 'tls',
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
  'login-missing': 'protocol',
  'proxy-protocol': 'protocol',

  'auth-not-offered': 'unsupported',
  'mechanism-not-offered': 'unsupported',
  'mechanism-refused': 'unsupported',
  'channel-binding-unavailable': 'unsupported',
  // The credential is good, so this is not `rejected`: nobody should change a password because of it.
  'sender-refused': 'unsupported',
  'recipient-refused': 'unsupported',
  'not-authorised-to-send': 'unsupported',

  'input-invalid': 'config',
  'token-request-invalid': 'config',
  'secret-empty': 'config',
  // The check cannot begin before somebody corrects the login of the proxy; it never was about the mailbox.
  'proxy-authentication': 'config',
  /** Our own fault: nothing is known of the account, so nothing about it is said. */
  'internal-error': 'config',

  cancelled: 'cancelled',
} as const satisfies Record<Cause, Verdict>;
