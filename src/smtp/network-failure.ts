import type { Problem } from '../model/cause.ts';
import { Failure, type TlsAlert, isLocalLimit } from '../model/failure.ts';

/** libuv and c-ares codes (node:os constants, `man 3 getaddrinfo`) by what they mean to a user. */
const PROBLEM_OF_NETWORK_CODE: ReadonlyMap<string, Problem> = new Map([
  ['ENOTFOUND', 'name-not-found'],
  ['EAI_AGAIN', 'name-lookup-failed'],
  ['EAI_FAIL', 'name-lookup-failed'],
  ['ESERVFAIL', 'name-lookup-failed'],
  ['ECONNREFUSED', 'connection-refused'],
  ['EHOSTUNREACH', 'network-unreachable'],
  ['ENETUNREACH', 'network-unreachable'],
  ['EADDRNOTAVAIL', 'network-unreachable'],
  ['EACCES', 'network-unreachable'],
  ['EPERM', 'network-unreachable'],
  ['ETIMEDOUT', 'network-unreachable'],
] as const);

function problemOf(code: string | undefined): Problem {
  if (isLocalLimit(code)) return 'network-unreachable';
  return PROBLEM_OF_NETWORK_CODE.get(code ?? '') ?? 'connection-lost';
}

/** The Failure for a connection that could not be made or broke. */
export function networkFailure(error: NodeJS.ErrnoException): Failure {
  const { code, message } = error;
  return new Failure(problemOf(code), {
    ...(code !== undefined && { code }),
    detail: message,
    cause: error,
  });
}

/** OpenSSL's own reasons as Node names them: `ERR_SSL_` and the reason, or the bare result of a verification. */
const PROBLEM_OF_TLS_CODE: ReadonlyMap<string, Problem> = new Map([
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-not-spoken'],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'tls-not-spoken'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls-version'],
  // Diffie-Hellman below 2048 bits, and key exchanges that are signed with SHA-1.
  ['ERR_SSL_DH_KEY_TOO_SMALL', 'tls-weak-parameters'],
  ['ERR_SSL_WRONG_SIGNATURE_TYPE', 'tls-weak-parameters'],
  ['ERR_SSL_LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED', 'tls-weak-parameters'],
  ['ERR_SSL_EE_KEY_TOO_SMALL', 'certificate-weak'],
  ['ERR_SSL_CA_KEY_TOO_SMALL', 'certificate-weak'],
  ['ERR_SSL_CA_MD_TOO_WEAK', 'certificate-weak'],
  ['EE_KEY_TOO_SMALL', 'certificate-weak'],
  ['CA_KEY_TOO_SMALL', 'certificate-weak'],
  ['CA_MD_TOO_WEAK', 'certificate-weak'],
] as const);

/** A problem with the client's certificate: it is missing when none was given, and rejected otherwise. */
type AlertProblem = Problem | 'client-certificate';

/** The alerts of TLS that a server sends (RFC 8446 section 6, RFC 7507), with their names and what they mean. */
const ALERTS: ReadonlyMap<number, readonly [string, AlertProblem]> = new Map([
  [10, ['unexpected_message', 'tls-handshake']],
  [20, ['bad_record_mac', 'tls-handshake']],
  [22, ['record_overflow', 'tls-handshake']],
  [40, ['handshake_failure', 'tls-no-common-cipher']],
  [41, ['no_certificate', 'client-certificate']],
  [42, ['bad_certificate', 'client-certificate']],
  [43, ['unsupported_certificate', 'client-certificate']],
  [44, ['certificate_revoked', 'client-certificate']],
  [45, ['certificate_expired', 'client-certificate']],
  [46, ['certificate_unknown', 'client-certificate']],
  [47, ['illegal_parameter', 'tls-handshake']],
  [48, ['unknown_ca', 'client-certificate']],
  [49, ['access_denied', 'client-certificate']],
  [50, ['decode_error', 'tls-handshake']],
  [51, ['decrypt_error', 'tls-handshake']],
  [70, ['protocol_version', 'tls-version']],
  [71, ['insufficient_security', 'tls-no-common-cipher']],
  [80, ['internal_error', 'tls-handshake']],
  [86, ['inappropriate_fallback', 'tls-version']],
  [90, ['user_canceled', 'tls-handshake']],
  [109, ['missing_extension', 'tls-handshake']],
  [110, ['unsupported_extension', 'tls-handshake']],
  [112, ['unrecognized_name', 'tls-name-unknown']],
  [113, ['bad_certificate_status_response', 'tls-handshake']],
  [115, ['unknown_psk_identity', 'tls-handshake']],
  [116, ['certificate_required', 'client-certificate']],
  [120, ['no_application_protocol', 'tls-handshake']],
] as const);

/** What is known of a TLS connection when it fails. */
export interface TlsCircumstances {
  readonly hasClientCertificate: boolean;
  /** In the handshake: how many bytes of TLS the server had sent, the alert included. */
  readonly bytesReceived?: number;
}

/** The length of a record that holds an alert and nothing else (RFC 8446 sections 5.1 and 6). */
const ALERT_BYTES = 7;

/** The Failure for an error that a TLS socket reports, in the handshake or later. */
export function tlsFailure(error: NodeJS.ErrnoException, circumstances: TlsCircumstances): Failure {
  const { code = '' } = error;
  const { bytesReceived } = circumstances;
  const tlsBytes = bytesReceived === undefined ? {} : { tlsBytes: bytesReceived > 0 };
  const facts = { code, ...tlsBytes, cause: error };
  const alert = alertOf(error);
  if (alert) return new Failure(problemOfAlert(alert, circumstances), { ...facts, alert });
  const known = PROBLEM_OF_TLS_CODE.get(code);
  if (known) return new Failure(known, facts);
  if (/^(?:ERR_SSL|ERR_TLS|EPROTO$)/.test(code)) return new Failure('tls-handshake', facts);
  const { problem, detail } = networkFailure(error);
  return new Failure(problem, { ...facts, ...(detail !== undefined && { detail }) });
}

/** OpenSSL ends its message with the number; the names in its codes differ between versions. */
function alertOf({ message }: Error): TlsAlert | undefined {
  const [, digits] = /SSL alert number (\d{1,3})\b/.exec(message) ?? [];
  if (digits === undefined) return undefined;
  return { number: Number(digits), name: ALERTS.get(Number(digits))?.[0] ?? 'unknown' };
}

function problemOfAlert({ number }: TlsAlert, circumstances: TlsCircumstances): Problem {
  const { bytesReceived = Infinity, hasClientCertificate } = circumstances;
  const problem = ALERTS.get(number)?.[1] ?? 'tls-handshake';
  // Once the server has agreed on a cipher, OpenSSL and others send this for a missing client certificate.
  const isLate = problem === 'tls-no-common-cipher' && bytesReceived > ALERT_BYTES;
  if (problem !== 'client-certificate' && !isLate) return problem;
  return hasClientCertificate ? 'client-certificate-rejected' : 'client-certificate-required';
}
