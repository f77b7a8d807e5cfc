import { lostConnection } from './tcp.ts';
import { Failure, type Problem } from '../model/failure.ts';

/** OpenSSL's reasons as Node names them (`ERR_SSL_` and the reason, or the bare verification result). */
const PROBLEM_OF_CODE: Readonly<Record<string, Problem>> = {
  ERR_SSL_WRONG_VERSION_NUMBER: 'tls-not-spoken',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls-not-spoken',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls-version',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls-version',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'client-certificate-required',
  ERR_SSL_EE_KEY_TOO_SMALL: 'certificate-weak',
  ERR_SSL_CA_KEY_TOO_SMALL: 'certificate-weak',
  ERR_SSL_CA_MD_TOO_WEAK: 'certificate-weak',
  EE_KEY_TOO_SMALL: 'certificate-weak',
  CA_KEY_TOO_SMALL: 'certificate-weak',
  CA_MD_TOO_WEAK: 'certificate-weak',
  ERR_SSL_DH_KEY_TOO_SMALL: 'certificate-weak',
};

/** The Failure for an error that a TLS socket reports, in the handshake or later. */
export function tlsFailure(error: NodeJS.ErrnoException): Failure {
  const code = error.code ?? '';
  const known = PROBLEM_OF_CODE[code];
  if (known) return new Failure(known, { detail: code, cause: error });
  const isTls = code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code === 'EPROTO';
  if (isTls) return new Failure('tls-handshake', { detail: code, cause: error });
  return lostConnection(error);
}
