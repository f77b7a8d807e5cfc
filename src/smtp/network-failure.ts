import type { Problem } from '../model/cause.ts';
import { Failure } from '../model/failure.ts';

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

/** The Failure for a connection that could not be made or broke. */
export function networkFailure(error: NodeJS.ErrnoException): Failure {
  const { code } = error;
  const problem = PROBLEM_OF_NETWORK_CODE.get(code ?? '') ?? 'connection-lost';
  const attempts = error instanceof AggregateError ? error.errors : [error];
  const detail = attempts.map((attempt) => (attempt as Error).message).join('; ');
  return new Failure(problem, { ...(code !== undefined && { code }), detail, cause: error });
}

/** OpenSSL's reasons as Node names them (`ERR_SSL_` and the reason, or the bare verification result). */
const PROBLEM_OF_TLS_CODE: ReadonlyMap<string, Problem> = new Map([
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-not-spoken'],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'tls-not-spoken'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls-version'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls-version'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'client-certificate-required'],
  ['ERR_SSL_DH_KEY_TOO_SMALL', 'tls-weak-parameters'],
  ['ERR_SSL_EE_KEY_TOO_SMALL', 'certificate-weak'],
  ['ERR_SSL_CA_KEY_TOO_SMALL', 'certificate-weak'],
  ['ERR_SSL_CA_MD_TOO_WEAK', 'certificate-weak'],
  ['EE_KEY_TOO_SMALL', 'certificate-weak'],
  ['CA_KEY_TOO_SMALL', 'certificate-weak'],
  ['CA_MD_TOO_WEAK', 'certificate-weak'],
] as const);

/** The Failure for an error that a TLS socket reports, in the handshake or later. */
export function tlsFailure(error: NodeJS.ErrnoException): Failure {
  const code = error.code ?? '';
  const known = PROBLEM_OF_TLS_CODE.get(code);
  if (known) return new Failure(known, { code, cause: error });
  const isTls = code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code === 'EPROTO';
  return isTls ? new Failure('tls-handshake', { code, cause: error }) : networkFailure(error);
}
