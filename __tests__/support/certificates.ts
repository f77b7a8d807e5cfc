import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

type CryptoKeyPair = webcrypto.CryptoKeyPair;

x509.cryptoProvider.set(webcrypto as never);

/** The library, for certificates that nothing here can make. */
export { x509 };

/** A certificate with its key, both PEM; `cert` holds the chain in the order of the handshake. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

export interface Authority extends Identity {
  readonly certificate: x509.X509Certificate;
  readonly keys: CryptoKeyPair;
}

export interface LeafOptions {
  readonly commonName?: string;
  readonly dnsNames?: readonly string[];
  readonly ips?: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Extended key usage, serverAuth unless told. */
  readonly usage?: x509.ExtendedKeyUsage;
  readonly keys?: 'ec' | 'rsa-1024' | 'rsa-2048';
  readonly hash?: 'SHA-256' | 'SHA-1';
  /** Beside those for usage and names. */
  readonly extensions?: readonly x509.Extension[];
}

const DAY_MS = 86_400_000;
export const daysFromNow = (days: number): Date => new Date(Date.now() + days * DAY_MS);

async function createKeys(
  kind: LeafOptions['keys'] = 'ec',
  hash = 'SHA-256',
): Promise<CryptoKeyPair> {
  const algorithm =
    kind === 'ec'
      ? { name: 'ECDSA', namedCurve: 'P-256', hash }
      : {
          name: 'RSASSA-PKCS1-v1_5',
          hash,
          publicExponent: new Uint8Array([1, 0, 1]),
          modulusLength: kind === 'rsa-1024' ? 1024 : 2048,
        };
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function keyPem(keys: CryptoKeyPair): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return x509.PemConverter.encode(der, 'PRIVATE KEY');
}

export interface AuthorityOptions extends Pick<
  LeafOptions,
  'keys' | 'hash' | 'notBefore' | 'notAfter'
> {
  /** What it is signed by; itself unless told. */
  readonly issuer?: Authority;
}

/** A certificate authority; under an issuer it becomes an intermediate one. */
export async function createAuthority(
  name = 'Test CA',
  options: AuthorityOptions = {},
): Promise<Authority> {
  const { issuer, hash = 'SHA-256' } = options;
  const keys = await createKeys(options.keys, hash);
  const { privateKey } = (issuer ?? { keys }).keys;
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${name}`,
    issuer: issuer?.certificate.subject ?? `CN=${name}`,
    notBefore: options.notBefore ?? daysFromNow(-10),
    notAfter: options.notAfter ?? daysFromNow(365),
    publicKey: keys.publicKey,
    signingKey: privateKey,
    signingAlgorithm: { ...privateKey.algorithm, hash },
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
        true,
      ),
    ],
  });
  return { certificate, keys, cert: certificate.toString('pem'), key: await keyPem(keys) };
}

/** A server certificate; self-signed when `authority` is undefined. */
export async function issue(
  authority: Authority | undefined,
  options: LeafOptions = {},
): Promise<Identity> {
  const keys = await createKeys(options.keys, options.hash);
  const subject = `CN=${options.commonName ?? 'test server'}`;
  const signing = authority?.keys ?? keys;
  const names = [
    ...(options.dnsNames ?? []).map((value) => ({ type: 'dns', value }) as const),
    ...(options.ips ?? []).map((value) => ({ type: 'ip', value }) as const),
  ];
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: authority?.certificate.subject ?? subject,
    notBefore: options.notBefore ?? daysFromNow(-1),
    notAfter: options.notAfter ?? daysFromNow(90),
    publicKey: keys.publicKey,
    signingKey: signing.privateKey,
    signingAlgorithm: { ...signing.privateKey.algorithm, hash: options.hash ?? 'SHA-256' },
    extensions: [
      new x509.ExtendedKeyUsageExtension([options.usage ?? x509.ExtendedKeyUsage.serverAuth]),
      ...(names.length > 0 ? [new x509.SubjectAlternativeNameExtension(names)] : []),
      ...(options.extensions ?? []),
    ],
  });
  return { cert: certificate.toString('pem'), key: await keyPem(keys) };
}

/** A certificate for a client. */
export async function issueClient(authority: Authority, options: LeafOptions): Promise<Identity> {
  return issue(authority, { usage: x509.ExtendedKeyUsage.clientAuth, ...options });
}

/** The SHA-256 of the first certificate in a PEM text, as `openssl x509 -fingerprint` prints it. */
export async function fingerprintOf(pem: string): Promise<string> {
  const hash = await new x509.X509Certificate(pem).getThumbprint('SHA-256');
  return (Buffer.from(hash).toString('hex').toUpperCase().match(/../g) ?? []).join(':');
}

/** What most tests want: a CA and a server certificate for localhost and the loopback addresses. */
export async function createLocalhost(): Promise<{ ca: Authority; server: Identity }> {
  const ca = await createAuthority();
  const server = await issue(ca, { dnsNames: ['localhost'], ips: ['127.0.0.1', '::1'] });
  return { ca, server };
}
