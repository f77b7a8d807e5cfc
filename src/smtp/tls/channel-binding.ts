import { createHash, type X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { ChannelBinding } from '../../sasl/mechanism.ts';

/** RFC 9266 section 2: label, no context, 32 bytes. */
const EXPORTER_LABEL = 'EXPORTER-Channel-Binding';
const EXPORTER_BYTES = 32;

/**
 * The data that ties a login to this TLS connection: `tls-exporter` on TLS 1.3 (RFC 9266 section 4.2
 * makes it the default there), `tls-server-end-point` on older ones.
 *
 * @returns undefined when RFC 5929 defines none for the certificate
 */
export function readChannelBinding(
  socket: TLSSocket,
  certificate: X509Certificate,
): ChannelBinding | undefined {
  if (socket.getProtocol() === 'TLSv1.3') {
    const data = socket.exportKeyingMaterial(EXPORTER_BYTES, EXPORTER_LABEL, Buffer.alloc(0));
    return { type: 'tls-exporter', data };
  }
  const hash = HASH_OF_SIGNATURE.get(signatureAlgorithm(certificate.raw));
  if (hash === undefined) return undefined;
  const data = createHash(hash).update(certificate.raw).digest();
  return { type: 'tls-server-end-point', data };
}

/**
 * RFC 5929 section 4.1: the hash of the certificate's signature, SHA-256 in place of MD5 and SHA-1.
 * Object identifiers in DER, hex (RFC 8017 appendix A.2.4, RFC 5758); a signature without a hash of its
 * own, such as Ed25519, has no binding.
 */
const HASH_OF_SIGNATURE: ReadonlyMap<string, string> = new Map([
  ['2a864886f70d010104', 'sha256'], // md5WithRSAEncryption
  ['2a864886f70d010105', 'sha256'], // sha1WithRSAEncryption
  ['2a864886f70d01010b', 'sha256'], // sha256WithRSAEncryption
  ['2a864886f70d01010c', 'sha384'], // sha384WithRSAEncryption
  ['2a864886f70d01010d', 'sha512'], // sha512WithRSAEncryption
  ['2a8648ce3d0401', 'sha256'], // ecdsa-with-SHA1
  ['2a8648ce3d040302', 'sha256'], // ecdsa-with-SHA256
  ['2a8648ce3d040303', 'sha384'], // ecdsa-with-SHA384
  ['2a8648ce3d040304', 'sha512'], // ecdsa-with-SHA512
]);

/**
 * The object identifier of a certificate's signature (RFC 5280 section 4.1.1.2), hex. Node shows it from
 * version 24 on only. The DER has been through OpenSSL, so its lengths are right.
 */
function signatureAlgorithm(der: Buffer): string {
  const certificate = readElement(der);
  const signed = readElement(certificate.content);
  const algorithm = readElement(certificate.content.subarray(signed.end));
  return readElement(algorithm.content).content.toString('hex');
}

/** One element of DER (X.690 section 8.1): tag, length in a short or a long form, content. */
function readElement(der: Buffer): { content: Buffer; end: number } {
  const first = der[1] ?? 0;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  const length = lengthBytes === 0 ? first : der.readUIntBE(2, lengthBytes);
  const start = 2 + lengthBytes;
  return { content: der.subarray(start, start + length), end: start + length };
}
