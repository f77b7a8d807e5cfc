import { createHash, webcrypto, X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { readChannelBinding } from '../../../src/smtp/tls/channel-binding.ts';
import { check } from '../../../src/smtp/check.ts';
import { accountAt } from '../../support/account.ts';
import {
  createAuthority,
  daysFromNow,
  type Identity,
  issue,
  x509,
} from '../../support/certificates.ts';
import { startPeer } from '../../support/peer.ts';
import { startTlsScript } from '../../support/scripts.ts';

/** What a login is tied to. The exporter of TLS 1.3 is compared with the server's in `sasl/exchange.test.ts`. */

const RSA = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048 };
const EC = { name: 'ECDSA', namedCurve: 'P-256' };
const ED25519 = { name: 'Ed25519' };

async function selfSigned(algorithm: object): Promise<Identity> {
  const publicExponent = new Uint8Array([1, 0, 1]);
  const full = { publicExponent, ...algorithm } as webcrypto.RsaHashedKeyGenParams;
  const keys = await webcrypto.subtle.generateKey(full, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    ...{ subject: 'CN=localhost', issuer: 'CN=localhost' },
    ...{ notBefore: daysFromNow(-1), notAfter: daysFromNow(9) },
    ...{ publicKey: keys.publicKey, signingKey: keys.privateKey, signingAlgorithm: full },
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }])],
  });
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { cert: certificate.toString('pem'), key: x509.PemConverter.encode(key, 'PRIVATE KEY') };
}

/** A connection of TLS 1.2: the certificate is all that this binding is made of. */
const OVER_TLS_1_2 = { getProtocol: () => 'TLSv1.2' } as unknown as TLSSocket;

/** RFC 5929 section 4.1: the hash of the signature, and SHA-256 where that is MD5 or SHA-1. */
test.each([
  ['RSA', RSA, 'SHA-1', 'sha256'],
  ['RSA', RSA, 'SHA-256', 'sha256'],
  ['RSA', RSA, 'SHA-384', 'sha384'],
  ['RSA', RSA, 'SHA-512', 'sha512'],
  ['ECDSA', EC, 'SHA-1', 'sha256'],
  ['ECDSA', EC, 'SHA-256', 'sha256'],
  ['ECDSA', EC, 'SHA-384', 'sha384'],
  ['ECDSA', EC, 'SHA-512', 'sha512'],
])('a certificate signed by %s (%o) with %s is bound to by its %s', async (_, keys, hash, its) => {
  const certificate = new X509Certificate((await selfSigned({ ...keys, hash })).cert);
  expect(readChannelBinding(OVER_TLS_1_2, certificate)).toEqual({
    type: 'tls-server-end-point',
    data: createHash(its).update(certificate.raw).digest(),
  });
});

test('MD5, which nobody makes any more, is bound to by SHA-256', async () => {
  const { cert } = await issue(await createAuthority('RSA', { keys: 'rsa-2048' }));
  const hex = Buffer.from(new X509Certificate(cert).raw).toString('hex');
  const md5 = hex.replaceAll('2a864886f70d01010b', '2a864886f70d010104');
  expect(md5).not.toBe(hex);
  const certificate = new X509Certificate(Buffer.from(md5, 'hex'));
  expect(readChannelBinding(OVER_TLS_1_2, certificate)?.data).toEqual(
    createHash('sha256').update(certificate.raw).digest(),
  );
});

test('Ed25519, which has no hash of its own, gives nothing to bind to', async () => {
  const identity = { ...(await selfSigned(ED25519)), maxVersion: 'TLSv1.2' } as const;
  const tlsEhlo = '250-x\r\n250 AUTH SCRAM-SHA-256-PLUS\r\n';
  const peer = await startPeer(startTlsScript(identity, { tlsEhlo, auth: () => undefined }));
  const inputs = { password: 'correct horse', mechanism: 'SCRAM-SHA-256-PLUS' };
  const { tls, failure, authSent } = await check(accountAt(peer.port, identity.cert, inputs));
  await peer.close();
  expect(tls).toMatchObject({ version: 'TLSv1.2', verified: true });
  expect(failure?.problem).toBe('channel-binding-unavailable');
  expect(authSent).toBe(false);
});
