/** What a server's reply can say about a login, told by its words, its numbers and who said it. */
export const REPLY_CAUSES = [
  'credential-refused',
  'wrong-credentials',
  'ambiguous-refusal',
  'app-password-required',
  'oauth-required',
  'access-token-refused',
  'smtp-auth-disabled',
  'account-locked',
  'password-change-required',
  'client-address-refused',
  'sign-in-policy',
  'quota-exceeded',
  'login-malformed',
  'mechanism-refused',
  'tls-required',
  'throttled',
  'temporary-failure',
  'service-refused',
  'ehlo-refused',
  'starttls-refused',
  'sender-refused',
  'recipient-refused',
  'not-authorised-to-send',
  'login-missing',
  'auth-not-offered',
  'unexpected-reply',
] as const;

export type ReplyCause = (typeof REPLY_CAUSES)[number];

/** What this program notices itself, without a reply that says so. Each of these is a cause too. */
export const OBSERVED_CAUSES = [
  'token-refused',
  'token-unavailable',
  'token-endpoint-unreachable',
  'token-endpoint-tls',
  'token-reply-malformed',
  'token-request-invalid',
  'proxy-unreachable',
  'proxy-timed-out',
  'proxy-authentication',
  'proxy-refused',
  'proxy-target-unreachable',
  'proxy-protocol',
  'timed-out',
  'name-not-found',
  'name-lookup-failed',
  'connection-refused',
  'network-unreachable',
  'connection-lost',
  'starttls-missing',
  'starttls-injection',
  'tls-not-spoken',
  'tls-version',
  'tls-handshake',
  'tls-no-common-cipher',
  'tls-weak-parameters',
  'tls-name-unknown',
  'client-certificate-required',
  'client-certificate-rejected',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-name-mismatch',
  'certificate-self-signed',
  'certificate-unknown-ca',
  'certificate-wrong-usage',
  'certificate-weak',
  'certificate-pin-mismatch',
  'certificate-expires-soon',
  'certificate-untrusted',
  'tls-expected',
  'not-smtp',
  'malformed-reply',
  'reply-too-long',
  'unsolicited-bytes',
  'challenge-not-understood',
  'too-many-challenges',
  'premature-success',
  'challenge-malformed',
  'iterations-out-of-bounds',
  'server-not-authentic',
  'mechanism-not-offered',
  'channel-binding-unavailable',
  'input-invalid',
  'secret-empty',
  'internal-error',
  'cancelled',
] as const;

/** Why a conversation stopped, as `smtp/`, `token/` and `inputs/` see it: they name it and judge nothing. */
export type Problem =
  | (typeof OBSERVED_CAUSES)[number]
  /** The server offers no login, or none before TLS has begun. */
  | 'auth-not-offered'
  /** Law 3 stopped a credential on a channel that is not verified TLS. */
  | 'tls-required'
  /** A reply that is not the success of its stage; the reply itself says why. */
  | 'refused';

/** The closed set of the output `cause`. */
export type Cause = ReplyCause | (typeof OBSERVED_CAUSES)[number] | 'none';
