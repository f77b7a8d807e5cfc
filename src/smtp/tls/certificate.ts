import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { TlsPolicy } from '../../model/account.ts';
import type { Problem } from '../../model/cause.ts';
import { Failure } from '../../model/failure.ts';
import type { TlsFacts } from '../../model/observation.ts';

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
  CERT_SIGNATURE_FAILURE: 'certificate-unknown-ca',
  INVALID_PURPOSE: 'certificate-wrong-usage',
};

/**
 * Judges the certificate of a finished handshake. Only a return means the peer is verified.
 *
 * @throws Failure with a `certificate-…` problem, before which nothing has been sent
 */
export function verifyPeer(
  socket: TLSSocket,
  certificate: X509Certificate,
  policy: TlsPolicy,
): void {
  if (policy.fingerprint !== undefined) {
    if (fingerprintOf(certificate) === policy.fingerprint) return;
    throw new Failure('certificate-pin-mismatch');
  }
  if (socket.authorized) return;
  const code = String(socket.authorizationError); // a string in Node, whatever its type says
  const problem = PROBLEM_OF_CODE[code] ?? (isWeak(certificate) ? 'certificate-weak' : undefined);
  throw new Failure(problem ?? 'certificate-untrusted', { code });
}

/** RSA keys below this are refused at OpenSSL's security level 2 (112 bits, NIST SP 800-131A). */
const MIN_RSA_BITS = 2048;
/** DER of the object identifiers sha1WithRSAEncryption (RFC 3279) and ecdsa-with-SHA1 (RFC 3279). */
const SHA1_SIGNATURES = ['06092a864886f70d010105', '06072a8648ce3d0401'].map((hex) =>
  Buffer.from(hex, 'hex'),
);
/** Longer chains are refused anyway. The bound is there for a root that Node would call its own issuer. */
const MAX_CHAIN = 10;

/** Node has no code for "too weak" (it says UNSPECIFIED), so the reason is looked for in the chain. */
function isWeak(leaf: X509Certificate): boolean {
  let certificate: X509Certificate | undefined = leaf;
  for (let depth = 0; certificate && depth < MAX_CHAIN; depth += 1) {
    const { raw }: X509Certificate = certificate;
    if (rsaBits(certificate) < MIN_RSA_BITS) return true;
    if (SHA1_SIGNATURES.some((signature) => raw.includes(signature))) return true;
    certificate = certificate.issuerCertificate;
  }
  return false;
}

/** Infinity for a key that is no RSA key, or of a kind that this OpenSSL does not know: Node throws there. */
function rsaBits(certificate: X509Certificate): number {
  try {
    return certificate.publicKey.asymmetricKeyDetails?.modulusLength ?? Infinity;
  } catch {
    return Infinity;
  }
}

/**
 * The server's certificate with its chain. To be called once a connection: in Node 20 a second
 * getPeerX509Certificate() finds the certificate taken out of the chain and returns nothing.
 *
 * @throws Failure when the server presented none
 */
export function readPeer(socket: TLSSocket): X509Certificate {
  const certificate = socket.getPeerX509Certificate();
  if (!certificate) throw new Failure('certificate-untrusted', { detail: 'no certificate' });
  return certificate;
}

/**
 * What the certificate and the channel are.
 *
 * @throws Failure when nobody can read the dates
 */
export function describePeer(
  socket: TLSSocket,
  certificate: X509Certificate,
): Omit<TlsFacts<string>, 'verified'> {
  const [validFrom, validTo] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  if (Number.isNaN(validFrom.getTime()) || Number.isNaN(validTo.getTime())) {
    throw new Failure('certificate-untrusted', { detail: 'its dates cannot be read' });
  }
  // An empty name is undefined here, whatever the type says.
  const issuer = certificate.issuer as string | undefined;
  return {
    ...describeChannel(socket),
    issuer: issuer?.replaceAll('\n', ', ') ?? '',
    names: certificate.subjectAltName?.split(', ') ?? [],
    validFrom,
    validTo,
    fingerprint: fingerprintOf(certificate),
  };
}

/** What both sides agreed on, also where no certificate was shown. */
export function describeChannel(socket: TLSSocket): Pick<TlsFacts<string>, 'version' | 'cipher'> {
  return {
    version: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher().standardName,
  };
}

function fingerprintOf({ fingerprint256 }: X509Certificate): string {
  return fingerprint256.replaceAll(':', '').toLowerCase();
}
