import { webcrypto } from 'node:crypto';

import {
  createAuthority,
  daysFromNow,
  type Identity,
  issue,
  x509,
} from '../../support/certificates.ts';
import type { World } from './world.ts';

/** Certificates that no authority would issue and that a library must survive. */

/**
 * The end of validity is a time that does not exist. The signature is wrong then, which does not matter:
 * the handshake proves the key, not the certificate.
 */
export async function withUnreadableDates({ leaf }: World): Promise<Identity> {
  const { cert, key } = await leaf({ notAfter: new Date('2031-12-31T23:59:59Z') });
  const der = Buffer.from(new x509.X509Certificate(cert).rawData);
  const at = der.indexOf('311231235959Z', 0, 'latin1');
  der.write('31993x235959Z', at, 'latin1');
  return { cert: x509.PemConverter.encode(der, 'CERTIFICATE'), key };
}

/** An empty subject and issuer, and no extension at all. */
export async function withoutNames(): Promise<Identity> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: '',
    issuer: '',
    notBefore: daysFromNow(-1),
    notAfter: daysFromNow(9),
    publicKey: keys.publicKey,
    signingKey: keys.privateKey,
    signingAlgorithm: algorithm,
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { cert: certificate.toString('pem'), key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY') };
}

/** Under the trusted authority, with names as hostile as the caller likes; or under one of a hostile name. */
export async function withHostileNames(
  { ca }: World,
  names: { dnsNames?: string[]; commonName?: string; issuer?: string },
): Promise<Identity> {
  const { issuer, dnsNames = [], commonName = 'x' } = names;
  const authority = issuer === undefined ? ca : await createAuthority(issuer);
  return issue(authority, { dnsNames, commonName, ips: issuer === undefined ? [] : ['127.0.0.1'] });
}
