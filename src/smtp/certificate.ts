import type { X509Certificate } from 'node:crypto';
import { checkServerIdentity, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { TlsPolicy } from './account.ts';
import { Failure, type Problem } from './problem.ts';
import type { TlsFacts } from './result.ts';

/** OpenSSL's verification results as Node names them (`node:tls`, "X509 certificate error codes"). */
const PROBLEM_OF_CODE: Readonly<Record<string, Problem>> = {
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name-mismatch',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-unknown-ca',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-unknown-ca',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-unknown-ca',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-unknown-ca',
  INVALID_PURPOSE: 'certificate-wrong-usage',
};

/**
 * Judges the certificate of a finished handshake. Only a return means the peer is verified.
 *
 * @throws Failure with a `certificate-…` problem, before which nothing has been sent
 */
export function verifyPeer(socket: TLSSocket, facts: TlsFacts, policy: TlsPolicy): void {
  if (policy.fingerprint !== undefined) {
    if (facts.fingerprint === policy.fingerprint) return;
    throw new Failure('certificate-pin-mismatch');
  }
  if (socket.authorized) return;
  // Node sets a code string here, or an Error for a name mismatch; its type says Error only.
  const reason: unknown = socket.authorizationError;
  const code = typeof reason === 'string' ? reason : (reason as NodeJS.ErrnoException).code;
  throw new Failure(PROBLEM_OF_CODE[code ?? ''] ?? 'certificate-untrusted', {
    detail: code ?? 'unknown reason',
  });
}

/**
 * RFC 9525 section 6.3: only subjectAltName counts. Node would fall back to the common name, which
 * certificate authorities have not vouched for since 2015.
 */
export function checkServerName(name: string, certificate: PeerCertificate): Error | undefined {
  if (!certificate.subjectaltname) {
    const error: NodeJS.ErrnoException = new Error('the certificate has no subjectAltName');
    error.code = 'ERR_TLS_CERT_ALTNAME_INVALID';
    return error;
  }
  return checkServerIdentity(name, certificate);
}

/**
 * The server's certificate. To be called once a connection: in Node 20 a second
 * getPeerX509Certificate() finds the certificate taken out of the chain and returns nothing.
 *
 * @throws Failure when the server presented none
 */
export function takePeerCertificate(socket: TLSSocket): X509Certificate {
  const certificate = socket.getPeerX509Certificate();
  if (!certificate) throw new Failure('certificate-untrusted', { detail: 'no certificate' });
  return certificate;
}

/** What the certificate and the channel are, not yet judged. */
export function describePeer(socket: TLSSocket, certificate: X509Certificate): TlsFacts {
  return {
    version: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher().standardName,
    issuer: certificate.issuer.replaceAll('\n', ', '),
    names: certificate.subjectAltName?.split(', ') ?? [],
    validFrom: new Date(certificate.validFrom),
    validTo: new Date(certificate.validTo),
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    verified: false,
  };
}
