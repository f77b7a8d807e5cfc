import { webcrypto } from 'node:crypto';
import type { SecureContextOptions } from 'node:tls';
import { check } from '../../../src/smtp/check.ts';
import { accountAt } from '../../support/account.ts';
import {
  type Authority,
  createAuthority,
  daysFromNow,
  type Identity,
  issue,
  type LeafOptions,
  x509,
} from '../../support/certificates.ts';
import { type Ended, ended } from '../../support/outcome.ts';
import { startPeer } from '../../support/peer.ts';
import { loginThen, startTlsScript } from '../../support/scripts.ts';

/** Which certificate of a chain is named when the check fails, by real handshakes. */

const root = await createAuthority('Root');
const PAST = { notBefore: daysFromNow(-400), notAfter: daysFromNow(-30) };
const FUTURE = { notBefore: daysFromNow(30), notAfter: daysFromNow(400) };
/** A server that sends whatever it has, weak or broken. */
const CARELESS = { ciphers: 'DEFAULT:@SECLEVEL=0' };

const leafOf = (authority: Authority, options: LeafOptions = {}): Promise<Identity> =>
  issue(authority, { commonName: 'the server', dnsNames: ['localhost'], ...options });

/** A server certificate, followed by the authorities that are sent with it. */
const chained = (
  { cert, key }: Identity,
  ...authorities: readonly { cert: string }[]
): Identity => ({
  cert: [cert, ...authorities.map((authority) => authority.cert)].join('\n'),
  key,
});

async function checkAt(
  identity: Identity,
  inputs: object = {},
  options: Pick<SecureContextOptions, 'ciphers'> = {},
): Promise<Ended> {
  const script = startTlsScript({ ...identity, ...options }, { auth: loginThen('235 ok\r\n') });
  const peer = await startPeer(script);
  const given = { password: 'correct horse', ...inputs };
  const result = ended(await check(accountAt(peer.port, root.cert, given)));
  await peer.close();
  expect(result.authSent).toBe(false);
  return result;
}

/** To the second, as certificates hold it. */
const dates = ({ notBefore, notAfter }: typeof PAST): object => ({
  validFrom: new Date(Math.floor(notBefore.getTime() / 1000) * 1000),
  validTo: new Date(Math.floor(notAfter.getTime() / 1000) * 1000),
});

const LEAF = { depth: 0, subject: 'CN=the server' };
const ABOVE = { depth: 1, subject: 'CN=Intermediate', issuer: 'CN=Root' };

describe.each([
  ['expired', 'certificate-expired', PAST],
  ['not yet valid', 'certificate-not-yet-valid', FUTURE],
])('a certificate that is %s', (_, problem, when) => {
  test("is named where it is the server's own", async () => {
    const { outcome, tls } = await checkAt(await leafOf(root, when));
    expect(outcome).toBe(problem);
    expect(tls).toMatchObject({ verified: false, failedCertificate: { ...LEAF, ...dates(when) } });
  });

  test('is named where it is an intermediate one', async () => {
    const above = await createAuthority('Intermediate', { issuer: root, ...when });
    const { outcome, tls } = await checkAt(chained(await leafOf(above), above));
    expect(outcome).toBe(problem);
    expect(tls?.failedCertificate).toEqual({ ...ABOVE, ...dates(when) });
  });

  test('is found wherever it stands among those that were sent', async () => {
    const above = await createAuthority('Intermediate', { issuer: root, ...when });
    const below = await createAuthority('Issuing', { issuer: above });
    const { outcome, tls } = await checkAt(chained(await leafOf(below), root, above, below));
    expect(outcome).toBe(problem);
    expect(tls?.failedCertificate).toMatchObject({ depth: 2, subject: 'CN=Intermediate' });
  });
});

test("the server's own certificate is named when it has expired like the one above it", async () => {
  const above = await createAuthority('Intermediate', { issuer: root, ...PAST });
  const { outcome, tls } = await checkAt(chained(await leafOf(above, PAST), above));
  expect(outcome).toBe('certificate-expired');
  expect(tls?.failedCertificate).toMatchObject(LEAF);
});

describe('a weak certificate', () => {
  test.each<[string, object]>([
    ['a short key', { keys: 'rsa-1024' }],
    ['a SHA-1 signature', { hash: 'SHA-1' }],
  ])("is named where it is the server's own: %s", async (_, weak) => {
    const { outcome, tls } = await checkAt(await leafOf(root, weak), {}, CARELESS);
    expect(outcome).toBe('certificate-weak');
    expect(tls?.failedCertificate).toMatchObject(LEAF);
  });

  test('is named where it is an intermediate one', async () => {
    const above = await createAuthority('Intermediate', { issuer: root, keys: 'rsa-1024' });
    const identity = chained(await leafOf(above), above);
    const { outcome, tls } = await checkAt(identity, {}, CARELESS);
    expect(outcome).toBe('certificate-weak');
    expect(tls?.failedCertificate).toMatchObject(ABOVE);
  });
});

describe('a certificate that is not for this use', () => {
  test("is named where it is the server's own", async () => {
    const usage = x509.ExtendedKeyUsage.clientAuth;
    const { outcome, tls } = await checkAt(await leafOf(root, { usage }));
    expect(outcome).toBe('certificate-wrong-usage');
    expect(tls?.failedCertificate).toMatchObject(LEAF);
  });

  test('is named where a server certificate has signed another one', async () => {
    const plain = await issue(root, { commonName: 'Intermediate' });
    const certificate = new x509.X509Certificate(plain.cert);
    const imposter = { ...plain, certificate, keys: await importKeys(plain.key) };
    const { outcome, tls } = await checkAt(chained(await leafOf(imposter), plain));
    expect(outcome).toBe('certificate-wrong-usage');
    expect(tls?.failedCertificate).toMatchObject(ABOVE);
  });
});

/** The key of a certificate that nobody meant to sign with; the public one is not needed for that. */
async function importKeys(pem: string): Promise<Authority['keys']> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const [der = new ArrayBuffer()] = x509.PemConverter.decode(pem);
  const privateKey = await webcrypto.subtle.importKey('pkcs8', der, algorithm, true, ['sign']);
  return { privateKey, publicKey: privateKey };
}

describe('a certificate authority that is not trusted', () => {
  test('names the certificate whose issuer is missing: an intermediate that was not sent', async () => {
    const above = await createAuthority('Intermediate', { issuer: root });
    const { outcome, tls } = await checkAt(await leafOf(above));
    expect(outcome).toBe('certificate-unknown-ca');
    expect(tls?.failedCertificate).toMatchObject({ ...LEAF, issuer: 'CN=Intermediate' });
  });

  test('names the last one of the chain', async () => {
    const stranger = await createAuthority('Stranger');
    const above = await createAuthority('Intermediate', { issuer: stranger });
    const { outcome, tls } = await checkAt(chained(await leafOf(above), above));
    expect(outcome).toBe('certificate-unknown-ca');
    expect(tls?.failedCertificate).toMatchObject({ depth: 1, issuer: 'CN=Stranger' });
  });

  test('names a root that was sent and is not trusted', async () => {
    const stranger = await createAuthority('Stranger');
    const { outcome, tls } = await checkAt(chained(await leafOf(stranger), stranger));
    expect(outcome).toBe('certificate-unknown-ca');
    expect(tls?.failedCertificate).toMatchObject({ depth: 1, subject: 'CN=Stranger' });
  });
});

describe('no certificate is named', () => {
  test('for a name that does not match', async () => {
    const { outcome, tls } = await checkAt(await leafOf(root, { dnsNames: ['other.test'] }));
    expect(outcome).toBe('certificate-name-mismatch');
    expect(tls).not.toHaveProperty('failedCertificate');
  });

  test('for a pin that does not match', async () => {
    const pin = { 'tls-fingerprint': 'ab'.repeat(32) };
    const { outcome, tls } = await checkAt(await leafOf(root, PAST), pin);
    expect(outcome).toBe('certificate-pin-mismatch');
    expect(tls).not.toHaveProperty('failedCertificate');
  });
});

test('a password that a server has put into the name of its certificate authority is not shown', async () => {
  const above = await createAuthority('correct-horse', { issuer: root, ...PAST });
  const identity = chained(await leafOf(above), above);
  const { tls } = await checkAt(identity, { password: 'correct-horse' });
  expect(tls?.failedCertificate).toMatchObject({ depth: 1, subject: 'CN=[redacted]' });
});
