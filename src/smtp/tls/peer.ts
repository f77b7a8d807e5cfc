import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { TlsPolicy } from '../../model/account.ts';
import type { Problem } from '../../model/cause.ts';
import { Failure } from '../../model/failure.ts';
import type { FailedCertificate, TlsFacts } from '../../model/observation.ts';
import { describeCertificate, findFailed, hasWeakLink } from './chain.ts';

/** OpenSSL's verification results as Node names them (`node:tls`, "X509 certificate error codes"). */
const PROBLEM_OF_CODE: ReadonlyMap<string, Problem> = new Map([
  ['CERT_HAS_EXPIRED', 'certificate-expired'],
  ['CERT_NOT_YET_VALID', 'certificate-not-yet-valid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-name-mismatch'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-unknown-ca'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'certificate-unknown-ca'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate-unknown-ca'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-unknown-ca'],
  ['CERT_SIGNATURE_FAILURE', 'certificate-unknown-ca'],
  ['INVALID_PURPOSE', 'certificate-wrong-usage'],
  ['INVALID_CA', 'certificate-wrong-usage'],
] as const);

/** Why a peer is not verified. */
export interface Flaw {
  readonly problem: Problem;
  /** The verification's own name for it, such as `CERT_HAS_EXPIRED`. */
  readonly code?: string;
  readonly failedCertificate?: FailedCertificate<string> | undefined;
}

/**
 * Checks the certificate of a finished handshake against the policy.
 *
 * @returns undefined only when the peer is verified
 */
export function findFlaw(
  socket: TLSSocket,
  certificate: X509Certificate,
  policy: TlsPolicy,
): Flaw | undefined {
  if (policy.fingerprint !== undefined) {
    const isPinned = fingerprintOf(certificate) === policy.fingerprint;
    return isPinned ? undefined : { problem: 'certificate-pin-mismatch' };
  }
  if (socket.authorized) return undefined;
  const code = String(socket.authorizationError); // a string in Node, whatever its type says
  const otherwise = hasWeakLink(certificate) ? 'certificate-weak' : 'certificate-untrusted';
  const problem = PROBLEM_OF_CODE.get(code) ?? otherwise;
  return { problem, code, failedCertificate: findFailed(certificate, problem) };
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
  const { issuer, validFrom, validTo } = describeCertificate(certificate);
  if (Number.isNaN(validFrom.getTime()) || Number.isNaN(validTo.getTime())) {
    throw new Failure('certificate-untrusted', { detail: 'its dates cannot be read' });
  }
  return {
    ...describeChannel(socket),
    issuer,
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
